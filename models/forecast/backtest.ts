/** How one set of projections fared. */
export interface BacktestSummary {
  /** Projections whose outcome came. */
  readonly outcomes: number;
  /** Outcomes within their interval, ends included. */
  readonly inside: number;
  /** Outcomes below the interval: the side that hurts a lender. */
  readonly below: number;
  /** Mean of outcome less projection, in quarterly sales: above zero where projections were too low. */
  readonly bias: number;
  /** Mean distance of outcome and projection, in quarterly sales. */
  readonly error: number;
  /** The same of the simplest projection, the flow of the same quarter a year before, where both are known. */
  readonly naiveError: number;
}

export interface BacktestRows {
  readonly came: Float64Array;
  readonly low: Float64Array;
  readonly mid: Float64Array;
  readonly high: Float64Array;
  readonly scale: Float64Array;
  /** Flow of the same quarter of the year before; NaN where it was not known. */
  readonly yearBefore: Float64Array;
}

/** Compares projections with what came, over the rows for which `isWanted` holds; null where nothing came. */
export function backtest(rows: BacktestRows, isWanted: (row: number) => boolean): BacktestSummary | null {
  const {came, low, mid, high, scale, yearBefore} = rows;
  let [outcomes, inside, below, naive] = [0, 0, 0, 0];
  let [bias, error, naiveError] = [0, 0, 0];
  for (let row = 0; row < came.length; row++) {
    const miss = (came[row]! - mid[row]!) / scale[row]!;
    if (Number.isNaN(miss) || !isWanted(row)) continue;
    outcomes++;
    bias += miss;
    error += Math.abs(miss);
    if (came[row]! < low[row]!) below++;
    else if (came[row]! <= high[row]!) inside++;
    const naiveMiss = Math.abs(came[row]! - yearBefore[row]!) / scale[row]!;
    if (Number.isNaN(naiveMiss)) continue;
    naive++;
    naiveError += naiveMiss;
  }
  if (outcomes === 0) return null;
  return {
    outcomes,
    inside,
    below,
    bias: bias / outcomes,
    error: error / outcomes,
    naiveError: naive === 0 ? NaN : naiveError / naive
  };
}
