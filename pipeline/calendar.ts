import type {Calendar} from "#loaders/source.js";

/** The calendar years of a source's observation dates, each as its first and last day: one batch of scoring each. */
export function yearsOf({first, last}: Calendar): {first: string; last: string}[] {
  const from = Number(first.slice(0, 4));
  const to = Number(last.slice(0, 4));
  return Array.from({length: to - from + 1}, (_, index) => ({
    first: `${from + index}-01-01`,
    last: `${from + index}-12-31`
  }));
}

/** Month, 1 to 12, of the yearly observation dates: the one in which the calendar ends. */
export function yearlyMonthOf({last}: Calendar): number {
  return Number(last.slice(5, 7));
}

/** Months of the cohorts that are `everyMonths` apart and meet the yearly ones. */
export function cohortMonths(calendar: Calendar, everyMonths: number): number[] {
  const yearly = yearlyMonthOf(calendar);
  return Array.from({length: 12}, (_, index) => index + 1).filter((month) => (month - yearly) % everyMonths === 0);
}
