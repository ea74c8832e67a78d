import {risingRoot} from "./root.js";
import {poissonProbability} from "./saddlePoint.js";

const PRECISION = 1e-16;

/**
 * Regularised lower incomplete gamma function P(shape, x), with a relative error below 1e-11 in the tails.
 *
 * Its series (Abramowitz and Stegun 6.5.29) below the mean, its continued fraction (6.5.31) above. Throws on NaN, on negative x and on a
 * shape that is not positive.
 */
export function gammaLower(shape: number, x: number): number {
  requireArguments(shape, x);
  if (x === 0) return 0;
  if (x === Infinity) return 1;
  return x < shape + 1 ? lowerSeries(shape, x) : 1 - upperFraction(shape, x);
}

/** Regularised upper incomplete gamma function, Q(shape, x) = 1 - P(shape, x), exact where Q is small. */
export function gammaUpper(shape: number, x: number): number {
  requireArguments(shape, x);
  if (x === 0) return 1;
  if (x === Infinity) return 0;
  return x < shape + 1 ? 1 - lowerSeries(shape, x) : upperFraction(shape, x);
}

/** The x with P(shape, x) = p. 0 at 0, Infinity at 1; throws outside [0, 1]. */
export function gammaLowerInverse(shape: number, p: number): number {
  requireProbability(p);
  if (p === 0) return 0;
  if (p === 1) return Infinity;
  return p <= 0.5 ? inverse(shape, p, gammaLower, 1) : inverse(shape, 1 - p, gammaUpper, -1);
}

/** The x with Q(shape, x) = q; exact where q is small. */
export function gammaUpperInverse(shape: number, q: number): number {
  requireProbability(q);
  if (q === 0) return Infinity;
  if (q === 1) return 0;
  return q <= 0.5 ? inverse(shape, q, gammaUpper, -1) : inverse(shape, 1 - q, gammaLower, 1);
}

/** Newton's method on the logarithm of the tail, in log x. */
function inverse(shape: number, tail: number, tailAt: (shape: number, x: number) => number, sign: 1 | -1): number {
  const at = (t: number) => {
    const x = Math.exp(t);
    const found = tailAt(shape, x);
    return {
      value: sign * Math.log(found / tail),
      slope: (shape * poissonProbability(shape, x)) / found
    };
  };
  return Math.exp(risingRoot(at, -745, Math.log(shape + 1) + 7));
}

function lowerSeries(shape: number, x: number): number {
  let term = 1;
  let total = 1;
  for (let k = 1; term > total * PRECISION; k++) {
    term *= x / (shape + k);
    total += term;
  }
  return total * poissonProbability(shape, x);
}

/** By Lentz's method. */
function upperFraction(shape: number, x: number): number {
  let b = x + 1 - shape;
  let c = Infinity;
  let d = 1 / b;
  let fraction = d;
  for (let k = 1; k < 1e7; k++) {
    const a = -k * (k - shape);
    b += 2;
    d = 1 / (a * d + b);
    c = b + a / c;
    fraction *= c * d;
    if (Math.abs(c * d - 1) < PRECISION) break;
  }
  return fraction * shape * poissonProbability(shape, x);
}

function requireArguments(shape: number, x: number): void {
  if (!(shape > 0)) throw new RangeError(`the shape of an incomplete gamma function must be positive; got ${shape}`);
  if (!(x >= 0)) throw new RangeError(`an incomplete gamma function requires a number of zero or more; got ${x}`);
}

function requireProbability(p: number): void {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a probability must be in [0, 1]; got ${p}`);
}
