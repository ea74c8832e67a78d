const HALF_LOG_TAU = 0.5 * Math.log(2 * Math.PI);

/** Coefficients of Stirling's series, B(2k) / (2k (2k - 1)). */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156];

/** Where the series is exact to the last bits. */
const ENOUGH = 12;

/**
 * Natural logarithm of the gamma function of a positive number, with a relative error near 1e-15: Stirling's series
 * (Abramowitz and Stegun 6.1.40) above 12, reached from below by the recurrence. Throws where the argument is not positive.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`logGamma requires a positive number; got ${x}`);
  let product = 1;
  let at = x;
  for (; at < ENOUGH; at++) product *= at;
  return (at - 0.5) * Math.log(at) - at + HALF_LOG_TAU + series(at) - Math.log(product);
}

/** What Stirling's formula lacks: log x! - (x + 1/2) log x + x - log √(2π), for any x > 0. */
export function stirlingError(x: number): number {
  if (x >= ENOUGH) return series(x);
  return logGamma(x + 1) - (x + 0.5) * Math.log(x) + x - HALF_LOG_TAU;
}

function series(x: number): number {
  let total = 0;
  let power = 1 / x;
  for (const coefficient of STIRLING) {
    total += coefficient * power;
    power /= x * x;
  }
  return total;
}
