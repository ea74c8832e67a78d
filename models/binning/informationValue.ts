import {PRIOR, type BinCounts} from "./bins.js";
import {sharesOf} from "./shares.js";

/**
 * Information value: sum of (share of goods - share of bads) x weight of evidence, each over shares to which `prior` was added.
 * Zero where the bins say nothing, and never below.
 */
export function informationValue(bins: readonly BinCounts[], {prior = PRIOR}: {readonly prior?: number} = {}): number {
  return sharesOf(bins, prior).reduce((sum, {goods, bads}) => sum + (goods - bads) * Math.log(goods / bads), 0);
}
