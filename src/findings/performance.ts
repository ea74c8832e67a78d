import {martPortfolio} from "#warehouse/marts/mart_portfolio.js";
import {derive, figureOf, type Figure} from "../components/figure.js";
import {rateInterval} from "./interval.js";
import type {Outcomes} from "./outcomes.js";
import type {Site} from "./site.js";

export type Verdict = "in_line" | "too_low" | "too_high" | "too_few";

/** Where fewer were expected and fewer came, a rate in its interval proves nothing. */
const DEFAULTS_THAT_TELL = 5;

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
  /** Of the PDs: too low when more defaulted than the interval allows; too few where nothing can be told. */
  readonly verdict: Verdict;
}

/** Whether the ratings held in the year that began at the date. */
export function performanceAt(site: Site, date: string): PerformanceFindings {
  const at = (column: string) => figureOf(site.mart(martPortfolio), column, {observation_date: date});
  const [rated, observed, meanPd, odr] = [at("rated"), at("defaults_observed"), at("mean_pd"), at("odr")];
  const known = at("outcomes_known");
  const end = (which: "lower" | "upper") =>
    derive("rate", [observed, known], (events, trials) => rateInterval(events, trials)?.[which] ?? NaN, "odr_interval");
  const [lower, upper] = [end("lower"), end("upper")];
  const expected = at("expected_defaults");
  const isDated = !site.lacks("default_date");
  const found = {date, rated, known, expected, observed, meanPd, odr, lower, upper, isDated};
  return {...found, verdict: verdictOf(found)};
}

function verdictOf({meanPd, lower, upper, expected, observed}: Omit<PerformanceFindings, "verdict">): Verdict {
  if (meanPd.value === null || lower.value === null || upper.value === null) return "too_few";
  if (meanPd.value < lower.value) return "too_low";
  if (meanPd.value > upper.value) return "too_high";
  return Math.max(expected.value ?? 0, observed.value ?? 0) < DEFAULTS_THAT_TELL ? "too_few" : "in_line";
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
