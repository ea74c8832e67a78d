import type {Unit} from "#warehouse/contract.js";
import type {DefinitionId} from "#warehouse/definitions.js";
import {columnOf, epochDays, scalarAt, type Column, type Scalar} from "#warehouse/engine/columns.js";
import type {Mart} from "#warehouse/snapshot.js";

/** Where a published number comes from: enough to find it again, and to ask what it means. */
export interface Proof {
  readonly definition: DefinitionId;
  readonly mart: string;
  readonly column: string;
  /** Grain columns and the values that pick the row; for several rows, what they have in common. */
  readonly rowKey: Readonly<Record<string, Scalar>>;
  /** What tells the rows of a sum apart, as the member of each; empty for a single row. */
  readonly keys: readonly RowKey[];
  /** The snapshot's SQL of the mart, as the manifest holds it. */
  readonly sql: string;
  readonly rows: number;
  readonly model: string | null;
  readonly run: string;
  /** What a difference, share or ratio was computed from. */
  readonly from: readonly Proof[];
}

/** A number together with its proof. Null is unknown, and is shown as absent. */
export interface Figure {
  readonly value: number | null;
  readonly unit: Unit;
  readonly proof: Proof;
}

export type RowKey = Readonly<Record<string, string>>;

/** The rows of a mart whose columns have the values of the key. */
export function rowsWhere(mart: Mart, key: RowKey): number[] {
  const tests = Object.entries(key).map(([name, value]) => testOf(columnOf(mart.columns, name), value));
  const rows: number[] = [];
  for (let row = 0; row < mart.columns.rowCount; row++) if (tests.every((test) => test(row))) rows.push(row);
  return rows;
}

/** Compares coded values where it can: a key is looked up once, not in every row. */
function testOf(column: Column, value: string): (row: number) => boolean {
  if (column.type === "varchar") {
    const code = column.dictionary.indexOf(value);
    return (row) => column.values[row] === code && column.missing?.[row] !== 1;
  }
  if (column.type === "date") {
    const days = epochDays(value);
    return (row) => column.values[row] === days && column.missing?.[row] !== 1;
  }
  return (row) => String(scalarAt(column, row)) === value;
}

/**
 * The value of a column in the one row that the key picks, with its proof. Null where there is no such
 * row. Throws when the key picks several rows.
 */
export function figureOf(mart: Mart, column: string, key: RowKey): Figure {
  const rows = rowsWhere(mart, key);
  if (rows.length > 1) {
    throw new Error(`${mart.contract.name}.${column}: ${JSON.stringify(key)} picks ${rows.length} rows, not one`);
  }
  const value = rows[0] === undefined ? null : scalarAt(columnOf(mart.columns, column), rows[0]);
  return figure(mart, column, key, value === null ? null : Number(value), rows.length);
}

/**
 * The sum of a column over the rows that any of the keys picks, as the portfolio sums: what is missing
 * is left out, and the sum of nothing known is null.
 */
export function sumOf(mart: Mart, column: string, keys: readonly RowKey[], common: RowKey): Figure {
  const rows = keys.flatMap((key) => rowsWhere(mart, {...common, ...key}));
  const values = rows.map((row) => scalarAt(columnOf(mart.columns, column), row)).filter((value) => value !== null);
  const sum = values.reduce<number>((total, each) => total + Number(each), 0);
  return figure(mart, column, common, values.length > 0 ? sum : null, rows.length, keys);
}

/** The number of rows that the key picks, with its proof; it means what `column` does. */
export function countOf(mart: Mart, column: string, key: RowKey = {}): Figure {
  const rows = rowsWhere(mart, key).length;
  return {...figure(mart, column, key, rows, rows), unit: "count"};
}

function figure(
  mart: Mart,
  column: string,
  rowKey: RowKey,
  value: number | null,
  rows: number,
  keys: readonly RowKey[] = []
): Figure {
  const {contract, manifest} = mart;
  const {unit, definition} = contract.columns[column]!;
  const sql = manifest.marts[contract.name]?.sql ?? "";
  const proof = {
    mart: contract.name,
    column,
    rowKey,
    keys,
    sql,
    rows,
    model: manifest.modelId,
    run: manifest.runId,
    from: []
  };
  return {value, unit, proof: {...proof, definition: definition as DefinitionId}};
}

/** A figure computed from others, with a meaning of its own; null as soon as one of them is, or when the computation says nothing. */
export function derive(
  unit: Unit,
  from: readonly [Figure, ...Figure[]],
  compute: (...values: number[]) => number,
  definition: DefinitionId
): Figure {
  const values = from.map(({value}) => value);
  const isKnown = values.every((value) => value !== null);
  const value = isKnown ? compute(...(values as number[])) : NaN;
  const proof = {...from[0].proof, definition, from: from.map(({proof}) => proof)};
  return {value: Number.isFinite(value) ? value : null, unit, proof};
}

/** Part over whole, as a share. */
export function shareOf(part: Figure, whole: Figure, definition: DefinitionId): Figure {
  return derive("share", [part, whole], (a, b) => a / b, definition);
}

/** Growth from before to now, as a fraction of before. */
export function growthOf(now: Figure, before: Figure): Figure {
  return derive("share", [now, before], (a, b) => a / b - 1, "growth");
}

/** Now less before, in the unit of both. */
export function differenceOf(now: Figure, before: Figure): Figure {
  return derive(now.unit, [now, before], (a, b) => a - b, "change");
}
