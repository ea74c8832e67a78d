import {logistic} from "./logisticFunction.js";
import type {Likelihood} from "./logisticLikelihood.js";

/**
 * The penalised log-likelihood of proportional odds, as a function of the `cuts` thresholds and then the coefficients: a row of class k has
 * probability F(upper) - F(lower), with upper = threshold k - x'b, lower = threshold k - 1 - x'b and F the logistic function.
 *
 * -Infinity where thresholds do not rise.
 */
export function ordinalLikelihood(
  features: readonly Float64Array[],
  classes: Uint8Array,
  cuts: number,
  ridge: number
): Likelihood {
  const size = cuts + features.length;
  /** Of the bounds of a row, by each parameter that moves them: at most two thresholds, and all coefficients. */
  const row = new Float64Array(features.length);
  return (theta, gradient, information) => {
    gradient.fill(0);
    information?.fill(0);
    for (let k = 1; k < cuts; k++) if (!(theta[k]! > theta[k - 1]!)) return -Infinity;
    let total = 0;
    for (let i = 0; i < classes.length; i++) {
      const label = classes[i]!;
      let odds = 0;
      for (let j = 0; j < row.length; j++) odds += theta[cuts + j]! * (row[j] = features[j]![i]!);
      const upper = label < cuts ? theta[label]! - odds : Infinity;
      const lower = label > 0 ? theta[label - 1]! - odds : -Infinity;
      // Of log(F(u) - F(l)) = u-part + l-part + log(1 - e^(l - u)): the last is null at either end.
      const [above, below] = [logistic(-upper), logistic(lower)];
      const gap = upper - lower;
      const ratio = gap === Infinity ? 0 : 1 / Math.expm1(gap);
      total += logOfLogistic(upper) + logOfLogistic(-lower) + (gap === Infinity ? 0 : Math.log(-Math.expm1(-gap)));
      const [byUpper, byLower] = [above + ratio, -below - ratio];
      const cross = ratio * (1 + ratio);
      const [upperWeight, lowerWeight] = [above * (1 - above), below * (1 - below)];
      if (label < cuts) gradient[label]! += byUpper;
      if (label > 0) gradient[label - 1]! += byLower;
      for (let j = 0; j < row.length; j++) gradient[cuts + j]! -= (byUpper + byLower) * row[j]!;
      if (information === null) continue;
      if (label < cuts) information[label * size + label]! += upperWeight + cross;
      if (label > 0) information[(label - 1) * size + label - 1]! += lowerWeight + cross;
      if (label > 0 && label < cuts) information[label * size + label - 1]! -= cross;
      for (let j = 0; j < row.length; j++) {
        const at = (cuts + j) * size;
        if (label < cuts) information[at + label]! -= upperWeight * row[j]!;
        if (label > 0) information[at + label - 1]! -= lowerWeight * row[j]!;
        const weighted = (upperWeight + lowerWeight) * row[j]!;
        for (let k = 0; k <= j; k++) information[at + cuts + k]! += weighted * row[k]!;
      }
    }
    for (let j = cuts; j < size; j++) {
      total -= (ridge / 2) * theta[j]! * theta[j]!;
      gradient[j]! -= ridge * theta[j]!;
      if (information !== null) information[j * size + j]! += ridge;
    }
    return total;
  };
}

/** log F(x), 0 at Infinity. */
function logOfLogistic(x: number): number {
  if (x === Infinity) return 0;
  return x > 0 ? -Math.log1p(Math.exp(-x)) : x - Math.log1p(Math.exp(x));
}
