import {normalQuantile} from "../numerics/normal.js";

/**
 * Turns a feature into normal scores of its training distribution: heavy tails end at about +-2.6,
 * order is kept, and what is missing stands at 0, the median.
 */
export interface NormalScore {
  /** Rising values of the feature at which `scores` are reached; linear between, flat outside. */
  readonly knots: readonly number[];
  readonly scores: readonly number[];
}

const KNOTS = 51;

/** Learns the transform from training values; NaN are left out. Null when fewer than two values differ. */
export function fitNormalScore(values: Float64Array): NormalScore | null {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  if (sorted.length === 0 || sorted[0] === sorted.at(-1)) return null;
  const knots: number[] = [];
  const scores: number[] = [];
  for (let start = 0; start < KNOTS;) {
    const knot = atShare(sorted, start);
    let end = start + 1;
    while (end < KNOTS && atShare(sorted, end) === knot) end++;
    knots.push(knot);
    scores.push(normalQuantile((start + end) / 2 / KNOTS)); // equal values share the middle of their ranks
    start = end;
  }
  return knots.length < 2 ? extremes(sorted) : {knots, scores};
}

/** A feature of which one value fills nearly all ranks: told apart by its ends alone. */
function extremes(sorted: Float64Array): NormalScore {
  const [low, high] = [sorted[0]!, sorted.at(-1)!];
  const middle = sorted[sorted.length >> 1]!;
  const mostly = middle === low ? [low, high] : middle === high ? [low, high] : [low, middle, high];
  const bound = normalQuantile(1 - 0.5 / KNOTS);
  const scores = middle === low ? [0, bound] : middle === high ? [-bound, 0] : [-bound, 0, bound];
  return {knots: mostly, scores};
}

function atShare(sorted: Float64Array, knot: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(((knot + 0.5) / KNOTS) * sorted.length))]!;
}

/** The scores of values, by binary search among the knots; NaN becomes 0. */
export function applyNormalScore({knots, scores}: NormalScore, values: Float64Array): Float64Array {
  return values.map((value) => {
    if (Number.isNaN(value)) return 0;
    if (value <= knots[0]!) return scores[0]!;
    if (value >= knots.at(-1)!) return scores.at(-1)!;
    let low = 0;
    let high = knots.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (knots[middle]! <= value) low = middle;
      else high = middle;
    }
    const share = (value - knots[low]!) / (knots[high]! - knots[low]!);
    return scores[low]! + share * (scores[high]! - scores[low]!);
  });
}
