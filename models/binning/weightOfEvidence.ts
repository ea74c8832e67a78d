import {PRIOR, type BinCounts} from "./bins.js";
import {sharesOf} from "./shares.js";

/**
 * Weight of evidence of each bin: ln(share of goods / share of bads).
 *
 * Positive means safer than the book. `prior` is added to every cell so that a bin with no defaults stays finite and strongly
 * positive instead of neutral. Missing values are a bin of their own, which the caller counts beside the others.
 */
export function weightOfEvidence(
  bins: readonly BinCounts[],
  {prior = PRIOR}: {readonly prior?: number} = {}
): number[] {
  return sharesOf(bins, prior).map(({goods, bads}) => Math.log(goods / bads));
}
