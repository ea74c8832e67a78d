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
  /** The value as it was said, as SQL: text without outer blanks, or whatever the file's type is. */
  readonly said: string;
}

/**
 * The fields of a contract over mapped rows. Where all is text, as in a CSV file, outer blanks are no part of a value.
 * Throws a UserError where a column is of a hopeless type.
 */
export function fieldsOf(contract: TableContract, mapped: readonly DescribedColumn[]): Field[] {
  const types = new Map(mapped.map(({name, type}) => [name, type]));
  const isText = isAllText(contract, types);
  return Object.entries(contract.columns).map(([name, column]) => {
    const from = types.get(name) ?? null;
    if (from === null && !column.nullable) {
      throw new Error(`${contract.name}: the mapping lacks ${name}, which must not be empty`);
    }
    const quoted = identifier(name);
    const said = from !== "varchar" ? quoted : isText ? `nullif(trim(${quoted}), '')` : `nullif(${quoted}, '')`;
    const typed = from === null ? null : reading(said, from, column.type);
    if (typed === undefined) {
      throw new UserError(`${contract.name}.${name}: the file has type ${from}, and ${column.type} was expected`);
    }
    return {name, contract: column, from, said, typed: typed ?? `cast(null as ${column.type})`};
  });
}

function isAllText({columns}: TableContract, types: ReadonlyMap<string, string>): boolean {
  return Object.keys(columns).every((name) => (types.get(name) ?? "varchar") === "varchar");
}

/** Whether reading the value can fail: text or a wider type that becomes a number or a date. */
export function mayBeUnreadable({from, contract}: Field): boolean {
  return from !== null && contract.type !== "varchar" && (from !== contract.type || from === "double");
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

/** The engine's casts are lax: `2019-1-2` is a date to it, `1_000` a number, 3.7 the integer 4. */
function readingText(text: string, to: ColumnContract["type"]): string {
  switch (to) {
    case "date":
      return `case when length(${text}) = 10 and ${text}[5] = '-' and ${text}[8] = '-' then try_cast(${text} as date) end`;
    case "decimal(18,2)":
      return `case when not contains(${text}, '_') then try_cast(${text} as decimal(18, 2)) end`;
    case "double":
      return `case when not contains(${text}, '_') and isfinite(try_cast(${text} as double)) then try_cast(${text} as double) end`;
    case "integer":
    case "bigint":
      return `case when regexp_full_match(${text}, '[+-]?[0-9]+') then try_cast(${text} as ${to}) end`;
    case "boolean":
      return `case lower(${text}) when 'true' then true when '1' then true when 'false' then false when '0' then false end`;
    case "varchar":
      return text;
  }
}
