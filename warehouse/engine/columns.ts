/**
 * A table as columns of typed arrays. `missing[i] === 1` says that row i has no value; the value
 * slot beside it then holds zero and means nothing. `missing` is null where no row lacks a value.
 */
export interface Columns {
  readonly rowCount: number;
  readonly byName: ReadonlyMap<string, Column>;
}

interface Base {
  readonly missing: Uint8Array | null;
}

export interface DoubleColumn extends Base {
  readonly type: "double";
  readonly values: Float64Array;
}

export interface IntegerColumn extends Base {
  readonly type: "integer";
  readonly values: Int32Array;
}

export interface BigintColumn extends Base {
  readonly type: "bigint";
  readonly values: BigInt64Array;
}

export interface BooleanColumn extends Base {
  readonly type: "boolean";
  readonly values: Uint8Array;
}

/** Days since 1970-01-01. */
export interface DateColumn extends Base {
  readonly type: "date";
  readonly values: Int32Array;
}

/** Dictionary-encoded text: `dictionary[values[i]]`. The dictionary is in order of first appearance. */
export interface VarcharColumn extends Base {
  readonly type: "varchar";
  readonly values: Uint32Array;
  readonly dictionary: readonly string[];
}

export type Column = DoubleColumn | IntegerColumn | BigintColumn | BooleanColumn | DateColumn | VarcharColumn;

export type Scalar = number | bigint | boolean | string | null;

const MS_PER_DAY = 86_400_000;

/** ISO date (`2024-12-31`) of a count of days since 1970-01-01. */
export function isoDate(days: number): string {
  return new Date(days * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Days since 1970-01-01 of an ISO date. Throws on anything but a real `YYYY-MM-DD` date. */
export function epochDays(iso: string): number {
  const ms = Date.parse(`${iso}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso) || Number.isNaN(ms) || isoDate(ms / MS_PER_DAY) !== iso) {
    throw new RangeError(`expected a date as YYYY-MM-DD; got ${JSON.stringify(iso)}`);
  }
  return ms / MS_PER_DAY;
}

/** The column of that name. Throws with the names there are when it is not there. */
export function columnOf(columns: Columns, name: string): Column {
  const column = columns.byName.get(name);
  if (column === undefined) throw new Error(`no column ${name}; there are ${[...columns.byName.keys()].join(", ")}`);
  return column;
}

/** A column as numbers, missing as NaN: what models compute on. Dates become days, booleans 0 and 1. */
export function numbersOf(columns: Columns, name: string): Float64Array {
  const column = columnOf(columns, name);
  if (column.type === "varchar") throw new TypeError(`column ${name} holds text, not numbers`);
  const out = new Float64Array(columns.rowCount);
  if (column.type === "bigint") for (let i = 0; i < out.length; i++) out[i] = Number(column.values[i]);
  else out.set(column.values);
  if (column.missing !== null) for (let i = 0; i < out.length; i++) if (column.missing[i] === 1) out[i] = NaN;
  return out;
}

/** A column as text, missing as null; dates in ISO form. */
export function textsOf(columns: Columns, name: string): (string | null)[] {
  const column = columnOf(columns, name);
  return Array.from({length: columns.rowCount}, (_, row) => {
    const value = scalarAt(column, row);
    return value === null ? null : String(value);
  });
}

/** One value, at the edge: null where missing, an ISO string for a date. */
export function scalarAt(column: Column, row: number): Scalar {
  if (column.missing?.[row] === 1) return null;
  switch (column.type) {
    case "varchar":
      return column.dictionary[column.values[row]!]!;
    case "date":
      return isoDate(column.values[row]!);
    case "boolean":
      return column.values[row] === 1;
    case "bigint":
      return column.values[row]!;
    case "double":
    case "integer":
      return column.values[row]!;
  }
}

/** Rows as objects, for the few rows that a sentence, a small table or a test reads. */
export function rowsOf<Row = Record<string, Scalar>>(columns: Columns): Row[] {
  const entries = [...columns.byName];
  return Array.from(
    {length: columns.rowCount},
    (_, row) => Object.fromEntries(entries.map(([name, column]) => [name, scalarAt(column, row)])) as Row
  );
}

/** A table from named columns; all must be of one length. */
export function columnsFrom(named: Readonly<Record<string, Column>>): Columns {
  const byName = new Map(Object.entries(named));
  const lengths = new Set([...byName.values()].map((column) => column.values.length));
  if (lengths.size > 1) throw new Error(`columns differ in length: ${[...lengths].join(", ")}`);
  return {rowCount: lengths.values().next().value ?? 0, byName};
}

/** Numbers as a column; NaN becomes missing. */
export function doubles(values: Float64Array): DoubleColumn {
  const missing = missingWhere(values.length, (row) => Number.isNaN(values[row]));
  if (missing === null) return {type: "double", values, missing};
  return {type: "double", values: values.map((value) => (Number.isNaN(value) ? 0 : value)), missing};
}

/** Whole numbers as a column, null for missing. Throws on a number that is not a 32-bit integer. */
export function integers(values: readonly (number | null)[]): IntegerColumn {
  return {type: "integer", values: int32(values), missing: missingWhere(values.length, (row) => values[row] === null)};
}

/** Counts as a column of 64-bit integers, null for missing. */
export function bigints(values: readonly (number | null)[]): BigintColumn {
  return {
    type: "bigint",
    values: BigInt64Array.from(values, (value) => BigInt(value ?? 0)),
    missing: missingWhere(values.length, (row) => values[row] === null)
  };
}

/** Days since 1970-01-01 as a column of dates, null for missing. */
export function dates(values: readonly (number | null)[]): DateColumn {
  return {type: "date", values: int32(values), missing: missingWhere(values.length, (row) => values[row] === null)};
}

/** Truth values as a column, null for missing. */
export function booleans(values: readonly (boolean | null)[]): BooleanColumn {
  return {
    type: "boolean",
    values: Uint8Array.from(values, (value) => (value === true ? 1 : 0)),
    missing: missingWhere(values.length, (row) => values[row] === null)
  };
}

/** Text as a dictionary-encoded column, null for missing. */
export function varchars(values: readonly (string | null)[]): VarcharColumn {
  const codes = new Map<string, number>();
  const encoded = new Uint32Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (value === null || value === undefined) continue;
    let code = codes.get(value);
    if (code === undefined) codes.set(value, (code = codes.size));
    encoded[row] = code;
  }
  const missing = missingWhere(values.length, (row) => values[row] === null);
  return {type: "varchar", values: encoded, dictionary: [...codes.keys()], missing};
}

function int32(values: readonly (number | null)[]): Int32Array {
  return Int32Array.from(values, (value) => {
    if (value !== null && (value | 0) !== value) throw new RangeError(`expected a 32-bit integer; got ${value}`);
    return value ?? 0;
  });
}

function missingWhere(length: number, isMissing: (row: number) => boolean): Uint8Array | null {
  let mask: Uint8Array | null = null;
  for (let row = 0; row < length; row++) {
    if (!isMissing(row)) continue;
    mask ??= new Uint8Array(length);
    mask[row] = 1;
  }
  return mask;
}
