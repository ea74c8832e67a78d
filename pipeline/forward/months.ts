/** Months since the year 0 of an ISO date, as the warehouse's `month_number` counts them. */
export function monthNumber(date: string): number {
  return 12 * Number(date.slice(0, 4)) + Number(date.slice(5, 7));
}
