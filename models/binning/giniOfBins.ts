import type {BinCounts} from "./bins.js";

/**
 * How well ordered bins part goods from bads: pairs with the good in the higher bin, less pairs with the bad there, over all pairs
 * (Somers' D). Positive where higher is safer; 2 x AUC - 1 of the bins. Null where one kind is missing.
 */
export function giniOfBins(bins: readonly BinCounts[]): number | null {
  let [goods, bads, balance] = [0, 0, 0];
  for (const bin of bins) {
    balance += bin.goods * bads - bin.bads * goods;
    goods += bin.goods;
    bads += bin.bads;
  }
  return goods > 0 && bads > 0 ? balance / (goods * bads) : null;
}
