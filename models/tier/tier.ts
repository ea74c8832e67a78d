/** Treatment class, from the most to the least service. */
export type Tier = "strategic" | "core" | "general";

export const TIERS: readonly Tier[] = ["strategic", "core", "general"];

export interface TierPolicy {
  /** Weights of the three component scores; they sum to 1. */
  readonly weights: {readonly contribution: number; readonly potential: number; readonly risk: number};
  /** Lowest weighted score of a strategic and of a core obligor. */
  readonly strategicFrom: number;
  readonly coreFrom: number;
  /** A PD above this is never strategic, whatever the score. */
  readonly strategicPdLimit: number;
}

export interface TierInputs {
  /** A year's interest margin less expected loss, in the reporting currency. */
  readonly contribution: Float64Array;
  /** Growth of sales, as a fraction; NaN where unknown. */
  readonly growth: Float64Array;
  /** Limit not drawn, in the reporting currency. */
  readonly unused: Float64Array;
  readonly pd: Float64Array;
}

export interface TierScores {
  readonly contribution: Float64Array;
  readonly potential: Float64Array;
  readonly risk: Float64Array;
  readonly tiers: readonly Tier[];
}

/**
 * Tiers of the obligors of one observation date: each component is a rank among them in [0, 1], higher
 * is better, and their weighted sum is cut at the policy's bounds. An unknown growth ranks in the middle.
 */
export function tiersOf(inputs: TierInputs, policy: TierPolicy): TierScores {
  const contribution = shareBelow(inputs.contribution);
  const growth = shareBelow(inputs.growth);
  const unused = shareBelow(inputs.unused);
  const potential = growth.map((value, row) => (value + unused[row]!) / 2);
  const risk = shareBelow(inputs.pd.map((pd) => -pd));
  const {weights} = policy;
  const tiers = Array.from(contribution, (value, row): Tier => {
    const score = weights.contribution * value + weights.potential * potential[row]! + weights.risk * risk[row]!;
    if (score >= policy.strategicFrom && inputs.pd[row]! <= policy.strategicPdLimit) return "strategic";
    return score >= policy.coreFrom ? "core" : "general";
  });
  return {contribution, potential, risk, tiers};
}

/** Rank of each value among those known, from 0 to 1, ties sharing theirs; one half where unknown or alone. */
function shareBelow(values: Float64Array): Float64Array {
  const known = values.filter((value) => !Number.isNaN(value)).sort();
  if (known.length < 2) return new Float64Array(values.length).fill(0.5);
  return values.map((value) => {
    if (Number.isNaN(value)) return 0.5;
    const below = firstAtLeast(known, value);
    const upTo = firstAtLeast(known, value, true);
    return (below + upTo - 1) / 2 / (known.length - 1);
  });
}

/** Index of the first element at least (or, if `above`, more than) `value` in a sorted array. */
function firstAtLeast(sorted: Float64Array, value: number, above = false): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (above ? sorted[middle]! <= value : sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
