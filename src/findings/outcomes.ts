import {martPortfolio} from "#warehouse/marts/mart_portfolio.js";
import type {Site} from "./site.js";

export interface Outcomes {
  readonly rated: bigint;
  readonly defaults_observed: bigint | null;
  readonly odr: number | null;
}

/**
 * Number of rated obligors whose outcome is known, which is what the observed rate was divided by: a
 * source may know the outcome of a part only. Null where that cannot be told, as a rate of zero says
 * nothing of its denominator.
 */
export function knownOutcomes(site: Site, {rated, defaults_observed, odr}: Outcomes): number | null {
  if (defaults_observed === null || odr === null) return 0;
  if (odr > 0) return Math.round(Number(defaults_observed) / odr);
  return knowsAll(site) ? Number(rated) : null;
}

/** Whether the source knows the outcome of every rated obligor once the window is complete. */
export function knowsAll(site: Site): boolean {
  return site.rows<Outcomes>(martPortfolio).every(({rated, defaults_observed, odr}) => {
    return odr === null || odr === 0 || Math.round(Number(defaults_observed) / odr) >= Number(rated);
  });
}
