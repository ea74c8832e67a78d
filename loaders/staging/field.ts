import type {ColumnContract, TableContract} from "#warehouse/contract.js";
import {identifier, type DescribedColumn} from "#warehouse/engine/engine.js";
import {UserError} from "#warehouse/engine/userError.js";

/** A column of a contract, and what the mapped rows have in its place. */
export interface Field {
  readonly name: string;
  readonly contract: ColumnContract;
  /** The engine's type of the mapped column; null where the mapping lacks it. */
  readonly from: string | null;
  /** The typed value, as SQL; null where it cannot be read. */
  readonly typed: string;
  /** What was said, as SQL, before the value was converted. */
  readonly said: string;
}

/** What text may hold that means nothing: nothing at all, the empty text, or blanks around a value. */
export type Blanks = "none" | "empty" | "around";

/** The column of the mapped rows that holds what was said, where the mapping converts it. */
export function originalColumn(name: string): string {
  return `${name}__original`;
}

/**
 * The fields of a contract over mapped rows, which have its columns and, beside a converted one, `<name>__original`.
 * Throws a UserError where a column is of a hopeless type.
 */
export function fieldsOf(contract: TableContract, mapped: readonly DescribedColumn[], blanks: Blanks): Field[] {
  const types = new Map(mapped.map(({name, type}) => [name, type]));
  return Object.entries(contract.columns).map(([name, column]) => {
    const from = types.get(name) ?? null;
    const value = from === "varchar" ? cleaned(identifier(name), blanks) : identifier(name);
    const typed = from === null ? null : reading(value, from, column.type);
    if (typed === undefined) {
      throw new UserError(`${contract.name}.${name}: the file has type ${from}, and ${column.type} was expected`);
    }
    const original = identifier(originalColumn(name));
    const said = types.has(originalColumn(name)) ? cleaned(original, blanks) : value;
    return {name, contract: column, from, said, typed: typed ?? `cast(null as ${column.type})`};
  });
}

function cleaned(quoted: string, blanks: Blanks): string {
  if (blanks === "none") return quoted;
  return blanks === "empty" ? `nullif(${quoted}, '')` : `nullif(trim(${quoted}, ${BLANKS}), '')`;
}

const BLANKS = "' ' || chr(9) || chr(10) || chr(13) || chr(12288)"; // the last is the blank of Chinese type

/** Whether reading the value can fail: text or a wider type that becomes a number or a date, or a conversion. */
export function mayBeUnreadable({from, contract, said, name}: Field): boolean {
  if (from === null || contract.type === "varchar") return false;
  return from !== contract.type || from === "double" || said.includes(originalColumn(name));
}

/** SQL that reads a value as the contract's type; undefined where that makes no sense. */
function reading(value: string, from: string, to: ColumnContract["type"]): string | undefined {
  if (to === "double" && from === "double") return `case when isfinite(${value}) then ${value} end`;
  if (from === to) return value;
  if (from === "varchar") return readingText(value, to);
  const isNumber = /^(u?(tinyint|smallint|integer|bigint|hugeint)|float|double|decimal)/.test(from);
  switch (to) {
    case "varchar":
      return `cast(${value} as varchar)`;
    case "integer":
    case "bigint":
      return isNumber ? `case when ${value} = floor(${value}) then try_cast(${value} as ${to}) end` : undefined;
    case "double":
      return isNumber ? `cast(${value} as double)` : undefined;
    case "decimal(18,2)":
      return isNumber ? `try_cast(${value} as decimal(18, 2))` : undefined;
    case "date":
      return from.startsWith("timestamp") ? `try_cast(${value} as date)` : undefined;
    case "boolean":
      return isNumber ? `case ${value} when 0 then false when 1 then true end` : undefined;
  }
}

/** The engine's casts are lax: `2019-01-05abc` is a day to it, 3.7 the integer 4, `inf` a number. */
function readingText(text: string, to: ColumnContract["type"]): string {
  switch (to) {
    case "date":
      return `cast(try_strptime(${text}, ['%Y-%m-%d', '%Y/%m/%d', '%Y-%m-%d 00:00:00', '%Y-%m-%dT00:00:00']) as date)`;
    case "decimal(18,2)":
      return `try_cast(${text} as decimal(18, 2))`;
    case "double":
      return `case when isfinite(try_cast(${text} as double)) then try_cast(${text} as double) end`;
    case "integer":
    case "bigint":
      return `case when regexp_full_match(${text}, '[+-]?[0-9]+') then try_cast(${text} as ${to}) end`;
    case "boolean":
      return `case lower(${text}) when 'true' then true when '1' then true when 'false' then false when '0' then false end`;
    case "varchar":
      return text;
  }
}
