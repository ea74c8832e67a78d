import type {FlowHistories} from "./flowHistory.js";

/** Quarters that must be known before anything is projected: a year, so that every season is among them. */
export const LEAST_QUARTERS = 4;
/** A history whose latest known quarter is older says nothing of the next. */
const OLDEST_LATEST = 4;

/**
 * Mean quarterly sales of the four latest quarters known: the unit in which flows of large and small obligors compare.
 * NaN where fewer quarters are known, the latest of them is more than a year old, or there were no sales.
 */
export function salesScale({rowCount, flows, sales}: FlowHistories): Float64Array {
  const scale = new Float64Array(rowCount).fill(NaN);
  for (let row = 0; row < rowCount; row++) {
    let known = 0;
    let total = 0;
    let latest = -1;
    for (let lag = 0; lag < flows.length && known < LEAST_QUARTERS; lag++) {
      const sold = sales[lag]![row]!;
      if (Number.isNaN(flows[lag]![row]!) || Number.isNaN(sold)) continue;
      if (latest < 0) latest = lag;
      known++;
      total += sold;
    }
    if (known === LEAST_QUARTERS && latest <= OLDEST_LATEST && total > 0) scale[row] = total / LEAST_QUARTERS;
  }
  return scale;
}
