/** Quarters that a projection reaches ahead. */
export const HORIZONS = 4;

/**
 * What was known, row by row, of the quarters before a date. The first array of `flows` and of `sales` is about the
 * latest full quarter, the next about the one before it; NaN where a quarter is not known.
 */
export interface FlowHistories {
  readonly rowCount: number;
  /** Net operating cash flow of a quarter. */
  readonly flows: readonly Float64Array[];
  /** Sales, or receipts from sales, of the same quarter. */
  readonly sales: readonly Float64Array[];
  /** Industry, whose season and level an obligor leans on; empty where not known. */
  readonly groups: readonly string[];
  /** Place in the year, 0 to 3, of the latest full quarter. */
  readonly quarters: Uint8Array;
  /** Quarters from the latest full one to the first that is projected: 2 where one is under way between them. */
  readonly firstAhead: number;
}

/** Flows of the quarters that came, the next one first; NaN where they did not, or are not known. */
export type FlowOutcomes = readonly Float64Array[];

/** The rows of a history for which `isWanted` holds. */
export function historiesWhere(
  histories: FlowHistories,
  outcomes: FlowOutcomes,
  isWanted: (row: number) => boolean
): {histories: FlowHistories; outcomes: FlowOutcomes} {
  const rows = Uint32Array.from({length: histories.rowCount}, (_, row) => row).filter((row) => isWanted(row));
  const part = (values: Float64Array) => Float64Array.from(rows, (row) => values[row]!);
  return {
    histories: {
      rowCount: rows.length,
      flows: histories.flows.map(part),
      sales: histories.sales.map(part),
      groups: Array.from(rows, (row) => histories.groups[row]!),
      quarters: Uint8Array.from(rows, (row) => histories.quarters[row]!),
      firstAhead: histories.firstAhead
    },
    outcomes: outcomes.map(part)
  };
}

/** The simplest projection: the latest flow known of the same quarter of a year; NaN where none is. */
export function sameQuarterBefore({rowCount, flows, firstAhead}: FlowHistories, ahead: number): Float64Array {
  const latest = (4 - ((firstAhead + ahead) % 4)) % 4;
  return Float64Array.from({length: rowCount}, (_, row) => {
    for (let lag = latest; lag < flows.length; lag += 4) {
      if (!Number.isNaN(flows[lag]![row]!)) return flows[lag]![row]!;
    }
    return NaN;
  });
}
