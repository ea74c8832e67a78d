/** The last day of a month so many months after that of `day`; negative months go back. */
export function monthEnd(day: string, months = 0): string {
  const [year, month] = day.split("-").map(Number) as [number, number];
  return new Date(Date.UTC(year, month + months, 0)).toISOString().slice(0, 10);
}

export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** A day of the month that lies so many months after that of `day`. */
export function dayOfMonth(day: string, months: number, date: number): string {
  return daysAfter(monthEnd(day, months - 1), date);
}

/** Whole numbers from `first` to `last`, both of them. */
export function between(first: number, last: number): number[] {
  return Array.from({length: last - first + 1}, (_, index) => first + index);
}
