import {gammaLower, gammaLowerInverse, gammaUpper} from "./incompleteGamma.js";

/** Distribution function of chi-squared: P(X <= x) with so many degrees of freedom. Throws on NaN and on degrees that are not positive. */
export function chiSquaredCdf(x: number, degrees: number): number {
  requireArguments(x, degrees);
  return gammaLower(degrees / 2, Math.max(0, x) / 2);
}

/** P(X > x): the p-value of a chi-squared statistic, exact where it is small. Throws as `chiSquaredCdf`. */
export function chiSquaredTail(x: number, degrees: number): number {
  requireArguments(x, degrees);
  return gammaUpper(degrees / 2, Math.max(0, x) / 2);
}

/** Quantile of chi-squared: `chiSquaredCdf(chiSquaredQuantile(p, d), d) = p`. Throws outside [0, 1). */
export function chiSquaredQuantile(p: number, degrees: number): number {
  if (!(p >= 0 && p < 1)) throw new RangeError(`a probability must be in [0, 1); got ${p}`);
  return 2 * gammaLowerInverse(degrees / 2, p);
}

function requireArguments(x: number, degrees: number): void {
  if (!(degrees > 0)) throw new RangeError(`degrees of freedom must be positive; got ${degrees}`);
  if (Number.isNaN(x)) throw new RangeError("chi-squared requires a number; got NaN");
}
