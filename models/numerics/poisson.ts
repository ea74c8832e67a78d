import {gammaLower, gammaUpper} from "./incompleteGamma.js";

/** P(X <= events) of a Poisson count with this mean; exact where it is small. `events` is a whole number. */
export function poissonCdf(events: number, mean: number): number {
  requireWhole(events);
  return events < 0 ? 0 : gammaUpper(events + 1, mean);
}

/** P(X >= events), exact where it is small. */
export function poissonTail(events: number, mean: number): number {
  requireWhole(events);
  return events <= 0 ? 1 : gammaLower(events, mean);
}

function requireWhole(events: number): void {
  if (!Number.isInteger(events)) throw new RangeError(`events must be a whole number; got ${events}`);
}
