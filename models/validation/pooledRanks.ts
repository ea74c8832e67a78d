import type {RankedRows} from "./rankedRows.js";

/**
 * Rank of each row within its own period, as a share of that period's rows in (0, 1), ties at their middle: periods can then be pooled into
 * one AUC where each has few defaults (ECB, Instructions for reporting the validation results of internal models, 2019, section 2.5.4.1).
 *
 * By row number. `periods` are the rows of each period (see `splitRows`).
 */
export function pooledRanks(periods: readonly RankedRows[]): Float64Array {
  const ranks = new Float64Array(periods.reduce((total, {order}) => total + order.length, 0));
  for (const {order, risk} of periods) {
    for (let start = 0; start < order.length;) {
      let end = start + 1;
      while (end < order.length && risk[end] === risk[start]) end++;
      for (let k = start; k < end; k++) ranks[order[k]!] = (start + end) / 2 / order.length;
      start = end;
    }
  }
  return ranks;
}
