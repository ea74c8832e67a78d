export interface GeneralisedAuc {
  /** Somers' D of realised on estimated. */
  readonly somersD: number;
  /** (D + 1) / 2. */
  readonly gAuc: number;
  readonly standardError: number;
}

/**
 * Generalised AUC of a table of counts: estimated classes in rows, realised in columns, both rising (ECB, Instructions for reporting the
 * validation results of internal models, 2019, section 2.6.3.1 and annex 3.2). Null where all rows are in one estimated class.
 */
export function generalisedAuc(table: readonly (readonly number[])[]): GeneralisedAuc | null {
  const rowTotals = table.map((row) => row.reduce((total, count) => total + count, 0));
  const all = rowTotals.reduce((total, count) => total + count, 0);
  const pairs = all * all - rowTotals.reduce((total, count) => total + count * count, 0);
  if (!(pairs > 0)) return null;
  const surplus = surpluses(table);
  let agreement = 0;
  table.forEach((row, i) => row.forEach((count, j) => (agreement += count * surplus[i]![j]!)));
  let squares = 0;
  table.forEach((row, i) =>
    row.forEach((count, j) => (squares += count * (pairs * surplus[i]![j]! - agreement * (all - rowTotals[i]!)) ** 2))
  );
  const somersD = agreement / pairs;
  return {somersD, gAuc: (somersD + 1) / 2, standardError: Math.sqrt(squares) / pairs ** 2};
}

/** Of each cell: counts in cells that agree with it in order, less those that do not. */
function surpluses(table: readonly (readonly number[])[]): number[][] {
  return table.map((row, i) =>
    row.map((_, j) => {
      let surplus = 0;
      table.forEach((other, k) =>
        other.forEach((count, l) => (surplus += count * Math.sign(i - k) * Math.sign(j - l)))
      );
      return surplus;
    })
  );
}
