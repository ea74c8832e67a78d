const SQRT_2PI = Math.sqrt(2 * Math.PI);

/** Density of the standard normal distribution. */
export function normalDensity(x: number): number {
  return Math.exp(-0.5 * x * x) / SQRT_2PI;
}

/**
 * Distribution function of the standard normal, with a relative error near 1e-15 in both tails.
 *
 * Below 2 the series of Abramowitz and Stegun 26.2.11, above it the continued fraction 26.2.14.
 * Throws on NaN.
 */
export function normalCdf(x: number): number {
  if (Number.isNaN(x)) throw new RangeError("normalCdf requires a number; got NaN");
  return x > 0 ? 1 - lowerTail(x) : lowerTail(-x);
}

/** P(Z > magnitude) for a magnitude of zero or more. */
function lowerTail(magnitude: number): number {
  if (magnitude > 38.6) return 0; // below the smallest double
  if (magnitude < 2) return 0.5 - seriesArea(magnitude);
  return normalDensity(magnitude) * millsRatio(magnitude);
}

function seriesArea(x: number): number {
  let term = x;
  let total = x;
  for (let k = 3; term > total * 1e-17; k += 2) {
    term *= (x * x) / k;
    total += term;
  }
  return total * normalDensity(x);
}

/** (1 - cdf) / density, by Lentz's method on x + 1/(x + 2/(x + 3/(x + ...))). */
function millsRatio(x: number): number {
  let fraction = x;
  let c = x;
  let d = 0;
  for (let k = 1; k < 500; k++) {
    d = 1 / (x + k * d);
    c = x + k / c;
    const change = c * d;
    fraction *= change;
    if (Math.abs(change - 1) < 1e-16) break;
  }
  return 1 / fraction;
}

/**
 * Quantile of the standard normal: `normalCdf(normalQuantile(p)) = p`. -Infinity at 0, Infinity at 1.
 *
 * A rational start (Abramowitz and Stegun 26.2.23, error below 4.5e-4), then Halley steps on the
 * distribution function until they no longer move. Throws outside [0, 1].
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a probability must be in [0, 1]; got ${p}`);
  if (p === 0) return -Infinity;
  if (p === 1) return Infinity;
  if (p === 0.5) return 0;
  if (p > 0.5) return -normalQuantile(1 - p);
  let x = roughQuantile(p);
  for (let step = 0; step < 8; step++) {
    const error = (normalCdf(x) - p) / normalDensity(x);
    const move = error / (1 + (x * error) / 2);
    x -= move;
    if (Math.abs(move) < 1e-16 * Math.max(1, Math.abs(x))) break;
  }
  return x;
}

function roughQuantile(p: number): number {
  const t = Math.sqrt(-2 * Math.log(p));
  const numerator = 2.515517 + t * (0.802853 + t * 0.010328);
  const denominator = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
  return numerator / denominator - t;
}
