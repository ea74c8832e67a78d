import {normalQuantile} from "../numerics/normal.js";

export interface AucEstimate {
  /** P(a defaulter is ranked riskier than a non-defaulter), ties counted half. */
  readonly auc: number;
  /** DeLong's standard error. */
  readonly standardError: number;
  readonly observations: number;
  readonly events: number;
}

/**
 * Area under the ROC curve of `risk` (high is risky) against 0/1 `defaulted`, with DeLong's standard
 * error from midranks (Sun and Xu 2014, IEEE Signal Processing Letters 21(11)).
 *
 * Throws when either class is empty or a risk is NaN.
 */
export function auc(risk: Float64Array, defaulted: Uint8Array): AucEstimate {
  const observations = risk.length;
  const events = defaulted.reduce((total, flag) => total + flag, 0);
  const others = observations - events;
  if (events === 0 || others === 0) throw new RangeError(`AUC needs both classes; got ${events} of ${observations}`);
  if (risk.some(Number.isNaN)) throw new RangeError("AUC needs a risk for every row; got NaN");

  const all = midranks(risk);
  const among = midranksWithin(risk, defaulted);
  let placementEvents = 0;
  const v10 = new Float64Array(events);
  const v01 = new Float64Array(others);
  let e = 0;
  let o = 0;
  for (let row = 0; row < observations; row++) {
    const ahead = all[row]! - among[row]!; // members of the other class ranked below, ties half
    if (defaulted[row] === 1) placementEvents += v10[e++] = ahead / others;
    else v01[o++] = 1 - ahead / events;
  }
  const area = placementEvents / events;
  const variance = spread(v10, area) / events + spread(v01, area) / others;
  return {auc: area, standardError: Math.sqrt(variance), observations, events};
}

/** Two-sided interval on the logit scale, so that it stays within (0, 1). */
export function aucInterval({auc: area, standardError}: AucEstimate, level = 0.95): [lower: number, upper: number] {
  if (area <= 0 || area >= 1) return [area, area];
  const z = normalQuantile(0.5 + level / 2);
  const logit = Math.log(area / (1 - area));
  const half = (z * standardError) / (area * (1 - area));
  return [1 / (1 + Math.exp(-(logit - half))), 1 / (1 + Math.exp(-(logit + half)))];
}

/** Unbiased variance; zero for a single value, about which nothing is known. */
function spread(values: Float64Array, mean: number): number {
  if (values.length < 2) return 0;
  let total = 0;
  for (const value of values) total += (value - mean) ** 2;
  return total / (values.length - 1);
}

/** Rank of each value from 1, ties sharing the mean of their ranks. */
export function midranks(values: Float64Array): Float64Array {
  const order = Uint32Array.from(values, (_, index) => index).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Float64Array(values.length);
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    while (end < order.length && values[order[end]!] === values[order[start]!]) end++;
    for (let k = start; k < end; k++) ranks[order[k]!] = (start + 1 + end) / 2;
    start = end;
  }
  return ranks;
}

/** Midrank of each value among the values of its own class. */
function midranksWithin(values: Float64Array, flags: Uint8Array): Float64Array {
  const ranks = new Float64Array(values.length);
  for (const flag of [0, 1]) {
    const rows = Uint32Array.from(flags.keys()).filter((row) => flags[row] === flag);
    const own = midranks(Float64Array.from(rows, (row) => values[row]!));
    rows.forEach((row, k) => (ranks[row] = own[k]!));
  }
  return ranks;
}
