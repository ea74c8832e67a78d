import type {BinCounts} from "./bins.js";

/** Shares of goods and of bads in each bin, after `prior` was added to every cell; each kind sums to one. */
export function sharesOf(bins: readonly BinCounts[], prior: number): BinCounts[] {
  for (const {goods, bads} of bins) {
    if (!(goods >= 0 && bads >= 0)) throw new RangeError(`counts must not be negative; got ${goods} and ${bads}`);
  }
  const total = (count: (bin: BinCounts) => number) => bins.reduce((sum, bin) => sum + count(bin) + prior, 0);
  const goods = total((bin) => bin.goods);
  const bads = total((bin) => bin.bads);
  return bins.map((bin) => ({goods: (bin.goods + prior) / goods, bads: (bin.bads + prior) / bads}));
}
