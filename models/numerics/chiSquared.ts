import {logGamma} from "./logGamma.js";

const PRECISION = 1e-16;
const STEPS = 1000;

/**
 * Distribution function of chi-squared: P(X <= x) with so many degrees of freedom.
 *
 * The regularised lower incomplete gamma function: its series (Abramowitz and Stegun 6.5.29) below the mean, its continued fraction
 * (6.5.31) above. Throws on NaN and on degrees that are not positive.
 */
export function chiSquaredCdf(x: number, degrees: number): number {
  if (!(degrees > 0)) throw new RangeError(`degrees of freedom must be positive; got ${degrees}`);
  if (Number.isNaN(x)) throw new RangeError("chiSquaredCdf requires a number; got NaN");
  if (x <= 0) return 0;
  if (x === Infinity) return 1;
  const [shape, at] = [degrees / 2, x / 2];
  return at < shape + 1 ? lowerSeries(shape, at) : 1 - upperFraction(shape, at);
}

/** Quantile of chi-squared: `chiSquaredCdf(chiSquaredQuantile(p, d), d) = p`. Throws outside [0, 1). */
export function chiSquaredQuantile(p: number, degrees: number): number {
  if (!(p >= 0 && p < 1)) throw new RangeError(`a probability must be in [0, 1); got ${p}`);
  if (p === 0) return 0;
  let low = 0;
  let high = degrees + 1;
  while (chiSquaredCdf(high, degrees) < p) high *= 2;
  for (let step = 0; step < 200 && high - low > Number.EPSILON * high; step++) {
    const middle = (low + high) / 2;
    if (chiSquaredCdf(middle, degrees) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function lowerSeries(shape: number, x: number): number {
  let term = 1 / shape;
  let total = term;
  for (let k = 1; k < STEPS && term > total * PRECISION; k++) {
    term *= x / (shape + k);
    total += term;
  }
  return total * scaleOf(shape, x);
}

/** By Lentz's method. */
function upperFraction(shape: number, x: number): number {
  let b = x + 1 - shape;
  let c = Infinity;
  let d = 1 / b;
  let fraction = d;
  for (let k = 1; k < STEPS; k++) {
    const a = -k * (k - shape);
    b += 2;
    d = 1 / (a * d + b);
    c = b + a / c;
    fraction *= c * d;
    if (Math.abs(c * d - 1) < PRECISION) break;
  }
  return fraction * scaleOf(shape, x);
}

function scaleOf(shape: number, x: number): number {
  return Math.exp(shape * Math.log(x) - x - logGamma(shape));
}
