import {HISTORY_MONTHS, LAST_MONTH, monthOfIso} from "../calendar.js";
import {STREAM, type Draws} from "../draws.js";
import {SECTIONS} from "../industries.js";
import {PLANTED_EVENTS, type Truth} from "./parameters.js";

/** Months for which factors are known: a year beyond the books, so that every window has its path. */
export const FACTOR_MONTHS = HISTORY_MONTHS + LAST_MONTH + 1 + 12;

/** Factor paths by month; entry 0 is `HISTORY_MONTHS` before January 2016. */
export interface Factors {
  readonly macro: Float64Array;
  readonly bySection: readonly Float64Array[];
  /** Macro and section factor together. */
  readonly levels: readonly Float64Array[];
}

/** Factors with normal innovations and the planted blows. */
export function factorsOf(draws: Draws, truth: Truth): Factors {
  const macro = path(truth.persistence, truth.macroSd, (step) => draws.normal(STREAM.macro, 0, step), null);
  const bySection = SECTIONS.map((section, item) =>
    path(truth.persistence, truth.sectorSd, (step) => draws.normal(STREAM.sectorFactor, item, step), section)
  );
  return {macro, bySection, levels: bySection.map((own) => own.map((value, step) => value + macro[step]!))};
}

function path(persistence: number, sd: number, normal: (step: number) => number, section: string | null): Float64Array {
  const innovationSd = sd * Math.sqrt(1 - persistence * persistence);
  const values = new Float64Array(FACTOR_MONTHS);
  values[0] = sd * normal(0);
  for (let step = 1; step < FACTOR_MONTHS; step++) {
    values[step] = persistence * values[step - 1]! + innovationSd * normal(step) + blow(step - HISTORY_MONTHS, section);
  }
  return values;
}

function blow(month: number, section: string | null): number {
  return PLANTED_EVENTS.filter(
    (event) => event.section === section && month >= monthOfIso(event.first) && month <= monthOfIso(event.last)
  ).reduce((total, {monthlyShift}) => total + monthlyShift, 0);
}
