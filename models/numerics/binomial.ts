import {betaLower, betaUpper} from "./incompleteBeta.js";

/** P(X <= events) of so many independent trials of probability p; exact where it is small. `events` and `trials` are whole numbers. */
export function binomialCdf(events: number, trials: number, p: number): number {
  requireArguments(events, trials, p);
  if (events < 0) return 0;
  return events >= trials ? 1 : betaUpper(events + 1, trials - events, p);
}

/** P(X >= events): the p-value of so many events, exact where it is small. Throws as `binomialCdf`. */
export function binomialTail(events: number, trials: number, p: number): number {
  requireArguments(events, trials, p);
  if (events <= 0) return 1;
  return events > trials ? 0 : betaLower(events, trials - events + 1, p);
}

function requireArguments(events: number, trials: number, p: number): void {
  if (!Number.isInteger(events)) throw new RangeError(`events must be a whole number; got ${events}`);
  if (!(Number.isInteger(trials) && trials >= 0)) throw new RangeError(`trials must be a whole number; got ${trials}`);
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a probability must be in [0, 1]; got ${p}`);
}
