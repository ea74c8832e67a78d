import type {TableContract} from "#warehouse/contract.js";
import {literal, type DescribedColumn} from "#warehouse/engine/engine.js";
import {columnsReadBy} from "./baseExpression.js";
import {columnSql} from "./columnSql.js";
import type {ColumnMapping, ColumnsMapping, CompiledMapping, MappedColumn, SameMapping} from "./contract.js";
import {filterSql} from "./filterSql.js";
import {checkContractColumns, checkReadColumns} from "./presentColumns.js";
import {PLACE_COLUMNS, columnExpression, textOf} from "./sourceColumn.js";

/**
 * Makes a mapping ready for files that have `columns`.
 *
 * Throws a UserError that begins with `place`, such as the name of the file, where the files lack a column that the
 * mapping reads or that the contract needs.
 */
export function compileMapping(
  mapping: SameMapping | ColumnsMapping,
  contract: TableContract,
  columns: readonly DescribedColumn[],
  place: string = contract.name
): CompiledMapping {
  return mapping.kind === "same" ? compiledSame(contract, columns, place) : compiled(mapping, contract, columns, place);
}

function compiledSame(contract: TableContract, columns: readonly DescribedColumn[], place: string): CompiledMapping {
  const header = columns.map(({name}) => name);
  checkContractColumns(contract, header, place);
  const present = Object.keys(contract.columns).filter((name) => header.includes(name));
  return {
    columns: new Map(present.map((name) => [name, columnSql({from: name}, contract.columns[name]!, columns)])),
    where: null,
    currency: null,
    reads: present
  };
}

function compiled(
  mapping: ColumnsMapping,
  contract: TableContract,
  columns: readonly DescribedColumn[],
  place: string
): CompiledMapping {
  const header = columns.map(({name}) => name);
  const present = Object.entries(mapping.columns)
    .filter(([, {from, isOptional}]) => isOptional !== true || header.includes(from!))
    .map(([name, column]): [string, ColumnMapping] => [name, withPresentColumns(column, header)]);
  const own = new Map(present);
  const named = namedColumns(mapping, present);
  checkReadColumns(named, header, place);
  const mapped = new Map<string, MappedColumn>();
  for (const [name, column] of Object.entries(contract.columns)) {
    if (own.has(name)) mapped.set(name, columnSql(own.get(name)!, column, columns));
  }
  return {
    columns: mapped,
    where: filterSql(mapping.where, columns),
    currency: currencySql(mapping, columns),
    reads: [...new Set(named.map(({column}) => column))]
  };
}

/** Of columns of which the first that is filled counts, a file need have only one. */
function withPresentColumns(column: ColumnMapping, header: readonly string[]): ColumnMapping {
  const present = column.firstOf?.filter((name) => header.includes(name)) ?? [];
  return present.length === 0 ? column : {...column, firstOf: present};
}

/** Every column of the files that a mapping names, with what names it. */
function namedColumns(
  {where, currency}: ColumnsMapping,
  present: readonly [string, ColumnMapping][]
): {column: string; by: string}[] {
  const own = present.flatMap(([by, column]) => columnsReadBy(column).map((name) => ({column: name, by})));
  const filters = where.map(({column}) => ({column, by: "where"}));
  const currencies =
    currency !== null && typeof currency === "object" ? [{column: currency.column, by: "currency"}] : [];
  return [...own, ...filters, ...currencies].filter(({column}) => !PLACE_COLUMNS.includes(column));
}

function currencySql({currency}: ColumnsMapping, columns: readonly DescribedColumn[]): string | null {
  if (currency === null) return null;
  if (typeof currency === "string") return literal(currency);
  return `coalesce(upper(${textOf(columnExpression(currency.column, columns)!)}), '')`; // an empty cell is no currency, and has no rate
}
