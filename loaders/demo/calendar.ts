import {epochDays} from "#warehouse/engine/columns.js";

/** Months are counted from January 2016, which is month 0; the bank's books run to December 2025. */
export const LAST_MONTH = 119;
export const FIRST_YEAR = 2016;

/** Months before the first book month in which factors and firms already move. */
export const HISTORY_MONTHS = 36;

/** Day of the month on which every instalment falls due. */
export const DUE_DAY = 20;

/** Days since 1970-01-01 of a day of a month. Day 0 is the last day of the month before. */
export function dayOf(month: number, day: number): number {
  return Date.UTC(FIRST_YEAR, month, day) / 86_400_000;
}

/** Days since 1970-01-01 of the last day of a month. */
export function monthEnd(month: number): number {
  return dayOf(month + 1, 0);
}

/** The month that a day lies in. */
export function monthOf(day: number): number {
  const date = new Date(day * 86_400_000);
  return (date.getUTCFullYear() - FIRST_YEAR) * 12 + date.getUTCMonth();
}

/** The month that an ISO date lies in. */
export function monthOfIso(iso: string): number {
  return monthOf(epochDays(iso));
}
