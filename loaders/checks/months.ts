/** Months since the year 0 of an ISO date. */
export function monthOf(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
}

/** `2024-03` of a count of months since the year 0. */
export function monthName(month: number): string {
  const inYear = ((month - 1) % 12) + 1;
  return `${String((month - inYear) / 12).padStart(4, "0")}-${String(inYear).padStart(2, "0")}`;
}

/** `2024-Q1` of a count of months; `undated` where there is none. */
export function quarterName(month: number | null): string {
  if (month === null) return "undated";
  const inYear = ((month - 1) % 12) + 1;
  return `${String((month - inYear) / 12).padStart(4, "0")}-Q${Math.ceil(inYear / 3)}`;
}

/** The last month that a date completes. */
export function lastCompleteMonth(date: string): number {
  const next = new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000);
  return next.getUTCDate() === 1 ? monthOf(date) : monthOf(date) - 1;
}
