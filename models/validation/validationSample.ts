/** Rows with known outcomes: one for each obligor and observation date. */
export interface ValidationSample {
  /** Applied PDs, in (0, 1). */
  readonly pd: Float64Array;
  /** Higher is safer. */
  readonly score?: Float64Array;
  /** Grade codes from 0, the safest. */
  readonly grade?: ArrayLike<number>;
  /** Did the obligor default in the performance window: 0 or 1. */
  readonly defaulted: Uint8Array;
  /** Obligor codes from 0: rows of one obligor are not independent. */
  readonly group: Uint32Array;
  /** Observation dates, in days since 1970-01-01. */
  readonly date?: Int32Array;
  /** Segment codes from 0. */
  readonly segment?: ArrayLike<number>;
}

/** Throws on columns of different lengths, on PDs that are not in (0, 1), on outcomes other than 0 and 1, and on codes without a name. */
export function requireSample(sample: ValidationSample, grades: readonly string[], segments: readonly string[]): void {
  const rows = sample.pd.length;
  for (const [name, column] of Object.entries(sample) as [string, ArrayLike<number> | undefined][]) {
    if (column !== undefined && column.length !== rows)
      throw new RangeError(`${name} has ${column.length} rows, pd ${rows}`);
  }
  if (rows === 0) throw new RangeError("nothing to validate: no rows");
  for (let row = 0; row < rows; row++) {
    const [pd, outcome] = [sample.pd[row]!, sample.defaulted[row]!];
    if (!(pd > 0 && pd < 1)) throw new RangeError(`row ${row}: a PD to validate must be in (0, 1); got ${pd}`);
    if (!(outcome === 0 || outcome === 1)) throw new RangeError(`row ${row}: defaulted must be 0 or 1; got ${outcome}`);
  }
  requireCodes("grade", sample.grade, grades.length);
  requireCodes("segment", sample.segment, segments.length);
}

function requireCodes(name: string, codes: ArrayLike<number> | undefined, names: number): void {
  if (codes === undefined) return;
  for (let row = 0; row < codes.length; row++) {
    if (!(codes[row]! < names))
      throw new RangeError(`row ${row}: ${name} ${codes[row]} is not one of the ${names} named`);
  }
}

/** Year of each date as a code, and the years in order. */
export function yearCodes(dates: Int32Array): {readonly codes: Uint16Array; readonly years: readonly number[]} {
  const yearOf = new Map<number, number>();
  for (const day of dates) if (!yearOf.has(day)) yearOf.set(day, new Date(day * 86_400_000).getUTCFullYear());
  const years = [...new Set(yearOf.values())].sort((a, b) => a - b);
  const codeOf = new Map([...yearOf].map(([day, year]) => [day, years.indexOf(year)]));
  const codes = new Uint16Array(dates.length);
  for (let row = 0; row < dates.length; row++) codes[row] = codeOf.get(dates[row]!)!;
  return {codes, years};
}
