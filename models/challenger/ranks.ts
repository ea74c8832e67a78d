import {cutPoints, equalQuantiles} from "../binning/cutPoints.js";

/**
 * Values that part a feature into at most `ranks` ranks of about equal counts: halfway between neighbouring values of the sample, NaN left
 * out, rising; none where nearly all values are the same.
 *
 * Trees grow on the ranks that these cuts give. So a split is a comparison with a cut, whatever the scale of the feature, and no
 * arithmetic stands between a raw value and its leaf.
 */
export function rankCuts(values: Float64Array, ranks: number): Float64Array {
  const known = values.filter((value) => !Number.isNaN(value)).sort();
  const ends = cutPoints(equalQuantiles(known, ranks));
  return Float64Array.from(ends, (end) => between(end, known[rankOf(known, end)]!));
}

/** Above `low`, at most `high`, and finite. */
function between(low: number, high: number): number {
  const middle = low / 2 + high / 2;
  const cut = middle > low && middle <= high ? middle : high;
  return Math.min(Number.MAX_VALUE, cut);
}

/** Number of cuts at or below each value; `missingRank` for NaN. */
export function ranksOf(cuts: Float64Array, values: Float64Array, missingRank: number): Float64Array {
  return values.map((value) => (Number.isNaN(value) ? missingRank : rankOf(cuts, value)));
}

function rankOf(cuts: Float64Array, value: number): number {
  let [low, high] = [0, cuts.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (cuts[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The rank of the median of the values that are there: where a missing value stands. */
export function medianRank(cuts: Float64Array, values: Float64Array): number {
  const ranks = ranksOf(cuts, values, NaN).filter((rank) => !Number.isNaN(rank));
  return ranks.sort()[ranks.length >> 1] ?? 0;
}
