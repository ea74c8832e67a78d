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

/** The part of a year in which a policy version is in force (from `from`, until before `until`); null where there is none. */
export function datesWithin(
  year: {readonly first: string; readonly last: string},
  {from, until}: {readonly from: string; readonly until: string}
): {first: string; last: string} | null {
  const first = year.first > from ? year.first : from;
  const last = year.last < until ? year.last : dayBefore(until);
  return first <= last ? {first, last} : null;
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
