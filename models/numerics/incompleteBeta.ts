import {risingRoot} from "./root.js";
import {binomialProbability} from "./saddlePoint.js";

/**
 * Regularised incomplete beta function I_x(a, b): the distribution function of a Beta(a, b) at x in [0, 1], with a relative error below
 * 1e-11 in the lower tail.
 *
 * By the continued fraction of Didonato and Morris (1992), on the side where it converges. Throws outside [0, 1], and where a or b is not
 * positive.
 */
export function betaLower(a: number, b: number, x: number): number {
  requireArguments(a, b, x);
  return lower(a, b, x, 1 - x);
}

/** 1 - I_x(a, b), exact where it is small. */
export function betaUpper(a: number, b: number, x: number): number {
  requireArguments(a, b, x);
  return lower(b, a, 1 - x, x);
}

/** The x with I_x(a, b) = p: the quantile of a Beta(a, b). 0 at 0, 1 at 1; throws outside [0, 1]. */
export function betaLowerInverse(a: number, b: number, p: number): number {
  requireArguments(a, b, p);
  if (p === 0 || p === 1) return p;
  return inverse(a, b, p, 1 - p);
}

/** The x with 1 - I_x(a, b) = q; exact where q is small. */
export function betaUpperInverse(a: number, b: number, q: number): number {
  requireArguments(a, b, q);
  if (q === 0 || q === 1) return 1 - q;
  return inverse(a, b, 1 - q, q);
}

/** Newton's method on the logarithm of the smaller tail, in log odds of x. */
function inverse(a: number, b: number, p: number, q: number): number {
  const isLow = p <= q;
  const at = (t: number) => {
    const x = 1 / (1 + Math.exp(-t));
    const y = 1 / (1 + Math.exp(t));
    const found = isLow ? lower(a, b, x, y) : lower(b, a, y, x);
    const slope = (((a * b) / (a + b)) * binomialProbability(a, b, x, y)) / found;
    return {value: isLow ? Math.log(found / p) : -Math.log(found / q), slope};
  };
  return 1 / (1 + Math.exp(-risingRoot(at, -709, 709)));
}

/** With y = 1 - x apart, so that neither loses digits. */
function lower(a: number, b: number, x: number, y: number): number {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  const below = x <= (a + 1) / (a + b + 2);
  return below ? tail(a, b, x, y) : 1 - tail(b, a, y, x);
}

function tail(a: number, b: number, x: number, y: number): number {
  return binomialProbability(a, b, x, y) * (b / (a + b)) * fraction(a, b, x);
}

/** Of Numerical Recipes 6.4.5, by Lentz's method. */
function fraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let total = d;
  for (let k = 1; k < 1e7; k++) {
    const even = (k * (b - k) * x) / ((a + 2 * k - 1) * (a + 2 * k));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    total *= c * d;
    const odd = (-(a + k) * (a + b + k) * x) / ((a + 2 * k) * (a + 2 * k + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    total *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return total;
}

function requireArguments(a: number, b: number, x: number): void {
  if (!(a > 0 && b > 0)) throw new RangeError(`the shapes of a beta distribution must be positive; got ${a} and ${b}`);
  if (!(x >= 0 && x <= 1)) throw new RangeError(`an incomplete beta function requires a number in [0, 1]; got ${x}`);
}
