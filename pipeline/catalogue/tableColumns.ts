import type {ColumnContracts, TableContract} from "#warehouse/contract.js";
import {
  bigints,
  booleans,
  columnsFrom,
  dates,
  doubles,
  epochDays,
  integers,
  varchars,
  type Column,
  type Columns
} from "#warehouse/engine/columns.js";

type Value = string | number | boolean | null;

/** Rows of a small table as the columns that its contract promises. */
export function tableColumns<C extends ColumnContracts>(
  contract: TableContract<C>,
  rows: readonly {readonly [K in keyof C]: Value}[]
): Columns {
  const named = Object.entries(contract.columns).map(([name, {type}]) => {
    const values = rows.map((row) => row[name as keyof C]);
    return [name, columnOf(type, values)] as const;
  });
  return columnsFrom(Object.fromEntries(named));
}

function columnOf(type: string, values: readonly Value[]): Column {
  switch (type) {
    case "varchar":
      return varchars(values as (string | null)[]);
    case "date":
      return dates(values.map((value) => (value === null ? null : epochDays(String(value)))));
    case "boolean":
      return booleans(values as (boolean | null)[]);
    case "integer":
      return integers(values as (number | null)[]);
    case "bigint":
      return bigints(values as (number | null)[]);
    default:
      return doubles(Float64Array.from(values, (value) => (value === null ? NaN : Number(value))));
  }
}
