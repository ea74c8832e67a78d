import {oneFactorBinomialTail} from "../numerics/correlatedBinomial.js";
import {betaLowerInverse} from "../numerics/incompleteBeta.js";
import {normalCdf, normalQuantile} from "../numerics/normal.js";
import {risingRoot} from "../numerics/root.js";

export interface GradeCounts {
  readonly obligors: number;
  readonly defaults: number;
}

/**
 * The PD at which so few defaults would be seen with probability 1 - `confidence`: P(D <= defaults) = 1 - confidence (Pluto and Tasche 2005).
 *
 * Without defaults 1 - (1 - confidence)^(1/n), else a quantile of a beta distribution; with a `correlation` of assets the PD that solves the
 * one-factor model. 1 where all defaulted. Throws on counts and a confidence that are none.
 */
export function upperBoundPd({obligors, defaults}: GradeCounts, confidence: number, correlation = 0): number {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`a confidence must be in (0, 1); got ${confidence}`);
  if (!(Number.isInteger(obligors) && Number.isInteger(defaults) && defaults >= 0 && defaults <= obligors)) {
    throw new RangeError(`${defaults} defaults of ${obligors} obligors`);
  }
  if (obligors === 0) throw new RangeError("an upper bound requires at least one obligor");
  if (defaults === obligors) return 1;
  if (correlation === 0) return betaLowerInverse(defaults + 1, obligors - defaults, confidence);
  const at = (threshold: number) => ({
    value: oneFactorBinomialTail(defaults + 1, obligors, normalCdf(threshold), correlation) - confidence,
    slope: NaN
  });
  const independent = normalQuantile(betaLowerInverse(defaults + 1, obligors - defaults, confidence));
  return normalCdf(risingRoot(at, independent - 10, independent + 10));
}

/**
 * PDs of grades with few or no defaults, safest first: each is the upper bound of the counts of its own and all riskier grades, the most
 * prudent estimate (Pluto and Tasche 2005). Never lower than that of a safer grade.
 *
 * A grade without obligors has the bound of those below it; at the end of the list, that of the grade before.
 */
export function plutoTasche(grades: readonly GradeCounts[], confidence: number, correlation = 0): number[] {
  let highest = 0;
  return grades.map((_, index) => {
    const pooled = grades.slice(index).reduce((total, {obligors, defaults}) => ({
      obligors: total.obligors + obligors,
      defaults: total.defaults + defaults
    }));
    if (pooled.obligors === 0 && index > 0) return highest;
    highest = Math.max(highest, upperBoundPd(pooled, confidence, correlation));
    return highest;
  });
}
