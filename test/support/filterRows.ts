import type {TableContract} from "#warehouse/contract.js";
import {rowsOf, type Column, type Columns} from "#warehouse/engine/columns.js";
import type {Site} from "#src/findings/site.js";

/** The site with those rows of a mart alone that the test keeps. */
export function filterRows(
  site: Site,
  contract: TableContract,
  keeps: (row: Readonly<Record<string, unknown>>) => boolean
): Site {
  const mart = site.mart(contract);
  const kept = rowsOf(mart.columns).flatMap((row, index) => (keeps(row as Record<string, unknown>) ? [index] : []));
  const pick = (column: Column) =>
    ({
      ...column,
      values:
        column.values.constructor === BigInt64Array
          ? BigInt64Array.from(kept, (row) => column.values[row] as bigint)
          : Float64Array.from(kept, (row) => Number(column.values[row])),
      missing: column.missing && Uint8Array.from(kept, (row) => column.missing![row]!)
    }) as Column;
  const byName = new Map([...mart.columns.byName].map(([name, column]) => [name, pick(column)] as const));
  const columns = {...mart.columns, rowCount: kept.length, byName} as Columns;
  const changed = {...mart, columns};
  return {
    ...site,
    mart: (asked) => (asked.name === contract.name ? changed : site.mart(asked)),
    rows: <Row>(asked: TableContract) =>
      asked.name === contract.name ? (rowsOf(columns) as unknown as readonly Row[]) : site.rows<Row>(asked)
  };
}
