import {stirlingError} from "./stirling.js";

/** Poisson probability of `count` (any real number >= 0) at a mean > 0, by Loader's saddle-point expansion (2000): exact where logarithms of factorials would cancel. */
export function poissonProbability(count: number, mean: number): number {
  if (count === 0) return Math.exp(-mean);
  return Math.exp(-stirlingError(count) - deviance(count, mean)) / Math.sqrt(2 * Math.PI * count);
}

/** Binomial probability of `events` beside `others` (real numbers >= 0) where an event has probability p and q = 1 - p, both > 0; by Loader's expansion. */
export function binomialProbability(events: number, others: number, p: number, q: number): number {
  const trials = events + others;
  if (events === 0) return powerOf(others, q, p);
  if (others === 0) return powerOf(events, p, q);
  const exponent =
    stirlingError(trials) -
    stirlingError(events) -
    stirlingError(others) -
    deviance(events, trials * p) -
    deviance(others, trials * q);
  return Math.exp(exponent) * Math.sqrt(trials / (2 * Math.PI * events * others));
}

/** base^exponent, where base + rest = 1. */
function powerOf(exponent: number, base: number, rest: number): number {
  return Math.exp(exponent * (rest < 0.5 ? Math.log1p(-rest) : Math.log(base)));
}

/** x log(x / mean) + mean - x, by a series where the two are near. */
function deviance(x: number, mean: number): number {
  const difference = x - mean;
  if (Math.abs(difference) >= 0.1 * (x + mean)) return x * Math.log(x / mean) + mean - x;
  const ratio = difference / (x + mean);
  let total = difference * ratio;
  let term = 2 * x * ratio;
  for (let k = 3; ; k += 2) {
    term *= ratio * ratio;
    const next = total + term / k;
    if (next === total) return total;
    total = next;
  }
}
