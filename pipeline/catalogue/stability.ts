import {stabilityOf, type Stability} from "#models/validation/psi.js";

/** Rows by bin at a date, with one outcome; the last bin is that of missing values. */
export interface DatedCounts {
  readonly date: string;
  /** Null where the outcome is not known. */
  readonly defaulted: boolean | null;
  readonly counts: readonly number[];
}

/** How far a feature moved from its base; null at the base itself and where there is none. */
export interface MovedDate {
  readonly base: string;
  readonly stability: Stability | null;
}

/** The stability of each date against the base, missing values being a bin of their own; empty without a base. */
export function stabilityBy(rows: readonly DatedCounts[], base: string | undefined): ReadonlyMap<string, MovedDate> {
  if (base === undefined) return new Map();
  const byDate = new Map<string, number[]>();
  for (const {date, counts} of rows) byDate.set(date, sumOf(byDate.get(date) ?? counts.map(() => 0), counts));
  const expected = byDate.get(base)!;
  return new Map(
    [...byDate].map(([date, counts]) => [date, {base, stability: date === base ? null : stabilityOf(expected, counts)}])
  );
}

/** Sums of two rows of counts, bin by bin. */
export function sumOf(a: readonly number[], b: readonly number[]): number[] {
  return a.map((count, bin) => count + b[bin]!);
}
