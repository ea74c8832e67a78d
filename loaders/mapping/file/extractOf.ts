import type {TableContract} from "#warehouse/contract.js";
import type {Hints} from "../../formats/contract.js";
import type {ColumnMapping, ColumnsMapping, Filter, Mapping} from "../contract.js";
import type {ColumnInput, ColumnObject} from "./columnSchema.js";
import type {ExtractInput} from "./extractSchema.js";
import type {SourceInput} from "./sourceSchema.js";

/** An object without the keys that are undefined. */
function given<T extends object>(object: T): {[K in keyof T]: Exclude<T[K], undefined>} {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as never;
}

export function hintsOf({hints = {}}: ExtractInput): Hints {
  const {header_row: headerRow, header_rows: headerRows, ...same} = hints;
  return given({...same, headerRow, headerRows}) as Hints;
}

/** The mapping of an extract, with the source's assumptions in their places. */
export function mappingOf(contract: TableContract, extract: ExtractInput, source: SourceInput): Mapping {
  const currency = currencyOf(extract, source);
  const where = (extract.where ?? []).map(filterOf);
  if (extract.columns === undefined && currency === null && where.length === 0) return {kind: "same"};
  if (extract.columns === undefined) return {kind: "columns", columns: sameColumns(contract), where, currency};
  const inputs = extract.columns as Record<string, ColumnInput | undefined>;
  const values = new Map(source.assumptions.map(({id, value}) => [id, value]));
  const columns: Record<string, ColumnMapping> = {};
  for (const [name, input] of Object.entries(inputs)) {
    if (input !== undefined) columns[name] = typeof input === "string" ? {from: input} : columnOf(input, values);
  }
  return {kind: "columns", columns, where, currency};
}

function sameColumns(contract: TableContract): Record<string, ColumnMapping> {
  return Object.fromEntries(
    Object.entries(contract.columns).map(([name, {nullable}]) => [
      name,
      nullable ? {from: name, isOptional: true} : {from: name}
    ])
  );
}

function currencyOf({currency}: ExtractInput, source: SourceInput): ColumnsMapping["currency"] {
  return currency === undefined || currency === source.currency ? null : currency;
}

function filterOf({column, in: taken, not_in: left}: NonNullable<ExtractInput["where"]>[number]): Filter {
  return given({column, in: taken?.map(String), notIn: left?.map(String)}) as Filter;
}

function columnOf(input: ColumnObject, assumptions: ReadonlyMap<string, string | number>): ColumnMapping {
  const stated = <T>(said: T) =>
    typeof said === "string" && said.startsWith("$") ? assumptions.get(said.slice(1))! : said;
  const {from, first_of, value, join, file_name, negative, date, end_of, lag_days, number, values} = input;
  return given({
    from,
    firstOf: first_of,
    value: stated(value),
    join: join && {
      columns: join.columns.map((part) => (typeof part === "string" ? part : {fileName: part.file_name})),
      with: join.with
    },
    fileName: file_name,
    negative,
    date,
    endOf: end_of,
    lagDays: stated(lag_days),
    number: number && given(number),
    values: values && Object.fromEntries(Object.entries(values).map(([code, word]) => [code, String(word ?? "")]))
  }) as ColumnMapping;
}
