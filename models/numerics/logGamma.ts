const HALF_LOG_TAU = 0.5 * Math.log(2 * Math.PI);

/** Coefficients of Stirling's series, B(2k) / (2k (2k - 1)). */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156];

/**
 * Natural logarithm of the gamma function of a positive number, with a relative error near 1e-15: Stirling's series
 * (Abramowitz and Stegun 6.1.40) above 12, reached from below by the recurrence. Throws where the argument is not positive.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`logGamma requires a positive number; got ${x}`);
  let product = 1;
  let at = x;
  for (; at < 12; at++) product *= at;
  let series = 0;
  let power = 1 / at;
  for (const coefficient of STIRLING) {
    series += coefficient * power;
    power /= at * at;
  }
  return (at - 0.5) * Math.log(at) - at + HALF_LOG_TAU + series - Math.log(product);
}
