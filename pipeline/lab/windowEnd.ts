const MS_PER_DAY = 86_400_000;

/** Last day of the performance window of so many months after an observation date: the month end, as `month_end_after` in SQL. Days since 1970. */
export function windowEnd(day: number, months: number): number {
  const date = new Date(day * MS_PER_DAY);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0) / MS_PER_DAY;
}

/** `windowEnd` of each row; rows share few dates, so that each is reckoned once. */
export function windowEnds(days: Int32Array, months: number): Int32Array {
  const known = new Map<number, number>();
  return days.map((day) => {
    const found = known.get(day);
    if (found !== undefined) return found;
    const end = windowEnd(day, months);
    known.set(day, end);
    return end;
  });
}
