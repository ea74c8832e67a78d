import {betaLower, betaLowerInverse, betaUpper} from "./incompleteBeta.js";

/** P(T <= t) of Student's t with so many degrees of freedom; exact in both tails. Throws on NaN and on degrees that are not positive. */
export function studentTCdf(t: number, degrees: number): number {
  if (!(degrees > 0)) throw new RangeError(`degrees of freedom must be positive; got ${degrees}`);
  if (Number.isNaN(t)) throw new RangeError("Student's t requires a number; got NaN");
  const square = t * t;
  const outer =
    square < degrees
      ? betaUpper(0.5, degrees / 2, square / (degrees + square)) / 2
      : betaLower(degrees / 2, 0.5, degrees / (degrees + square)) / 2;
  return t < 0 ? outer : 1 - outer;
}

/** P(T > t): `studentTCdf(-t)`. */
export function studentTTail(t: number, degrees: number): number {
  return studentTCdf(-t, degrees);
}

/** Quantile: `studentTCdf(studentTQuantile(p, d), d) = p`. -Infinity at 0, Infinity at 1; throws outside [0, 1]. */
export function studentTQuantile(p: number, degrees: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a probability must be in [0, 1]; got ${p}`);
  if (p > 0.5) return -studentTQuantile(1 - p, degrees);
  if (p === 0) return -Infinity;
  if (p < 0.25) {
    const share = betaLowerInverse(degrees / 2, 0.5, 2 * p);
    return -Math.sqrt(degrees * (1 / share - 1));
  }
  const share = betaLowerInverse(0.5, degrees / 2, 1 - 2 * p);
  return -Math.sqrt((degrees * share) / (1 - share));
}
