import {martPortfolio} from "#warehouse/marts/mart_portfolio.js";
import {derive, figureOf, type Figure} from "../components/figure.js";
import {rateInterval} from "./interval.js";
import type {Outcomes} from "./outcomes.js";
import type {Site} from "./site.js";

export type Verdict = "in_line" | "too_low" | "too_high";

export interface PerformanceFindings {
  /** Observation date of the latest year whose window is complete. */
  readonly date: string;
  readonly rated: Figure;
  /** Rated obligors whose outcome is known; fewer than all in some sources. */
  readonly known: Figure;
  readonly expected: Figure;
  readonly observed: Figure;
  readonly meanPd: Figure;
  readonly odr: Figure;
  readonly lower: Figure;
  readonly upper: Figure;
  /** Whether the source dates its defaults; without dates the figures tell of an association, not of a forecast. */
  readonly isDated: boolean;
  /** Of the PDs: too low when more defaulted than the interval allows. */
  readonly verdict: Verdict;
}

/** Whether the ratings held in the year that began at the date. */
export function performanceAt(site: Site, date: string): PerformanceFindings {
  const at = (column: string) => figureOf(site.mart(martPortfolio), column, {observation_date: date});
  const [rated, observed, meanPd, odr] = [at("rated"), at("defaults_observed"), at("mean_pd"), at("odr")];
  const known = at("outcomes_known");
  const end = (which: "lower" | "upper") =>
    derive("rate", [observed, known], (events, trials) => rateInterval(events, trials)?.[which] ?? NaN, "odr");
  const [lower, upper] = [end("lower"), end("upper")];
  const pd = meanPd.value ?? NaN;
  const verdict = pd < (lower.value ?? NaN) ? "too_low" : pd > (upper.value ?? NaN) ? "too_high" : "in_line";
  const isDated = !site.lacks("default_date");
  return {date, rated, known, expected: at("expected_defaults"), observed, meanPd, odr, lower, upper, isDated, verdict};
}

/** The latest year whose window is complete; null where no default can be observed yet. */
export function performanceFindings(site: Site): PerformanceFindings | null {
  const date = completeYears(site).at(-1);
  return date === undefined ? null : performanceAt(site, date);
}

/** Observation dates with a complete window in steps of a year back from the latest one, oldest first. */
export function completeYears(site: Site): string[] {
  const complete = site
    .rows<PortfolioOutcomes>(martPortfolio)
    .filter((row) => row.outcomes_known > 0n)
    .map((row) => row.observation_date)
    .sort();
  const anniversary = complete.at(-1)?.slice(5, 7);
  return complete.filter((date) => date.slice(5, 7) === anniversary);
}

interface PortfolioOutcomes extends Outcomes {
  readonly observation_date: string;
}
