import {poolOf} from "./quantile.js";

/**
 * How far outcomes fell from projections, in an obligor's own spread: by size of the obligor and by quarter ahead, the
 * distances below and above which the agreed share of outcomes lies.
 */
export interface Bands {
  /** Quarterly sales from which an obligor is in the second, and in the third class of size. */
  readonly sizes: readonly [number, number];
  /** By class of size, then by quarter ahead. */
  readonly lower: readonly (readonly number[])[];
  readonly upper: readonly (readonly number[])[];
}

/** Too few outcomes of a class: those of all classes stand in. */
const LEAST_OUTCOMES = 100;
const CLASSES = 3;

/**
 * Learns the bands by split conformal prediction: quantiles of the errors on obligors that the rest of the model was not
 * learned from, with the correction that makes the coverage hold for a sample of any size. Null where there are too few.
 *
 * `errors` by quarter ahead, in spreads; NaN where there was no outcome. Source: Lei, G'Sell, Rinaldo, Tibshirani and
 * Wasserman, "Distribution-Free Predictive Inference for Regression", JASA 113 (2018), section 2.2.
 */
export function fitBands(errors: readonly Float64Array[], scale: Float64Array, coverage: number): Bands | null {
  const sizes = thirdsOf(scale);
  if (sizes === null) return null;
  const lower: number[][] = [];
  const upper: number[][] = [];
  for (let size = 0; size < CLASSES; size++) {
    const ends = errors.map((values) => {
      const own = sortedWhere(values, (row) => sizeClass(scale[row]!, sizes) === size);
      const sorted = own.length >= LEAST_OUTCOMES ? own : sortedWhere(values, () => true);
      return endsOf(sorted, coverage);
    });
    if (ends.some((end) => end === null)) return null;
    // A projection lies within its own interval, whatever the errors were.
    lower.push(ends.map((end) => Math.min(0, end![0])));
    upper.push(ends.map((end) => Math.max(0, end![1])));
  }
  return {sizes, lower, upper};
}

/** The class of size, 0 to 2, of quarterly sales. */
export function sizeClass(scale: number, [second, third]: readonly [number, number]): number {
  return scale >= third ? 2 : scale >= second ? 1 : 0;
}

/** The lower and upper end of the middle `coverage` of sorted errors; null where these are too few to tell. */
function endsOf(sorted: Float64Array, coverage: number): [number, number] | null {
  const below = Math.floor((sorted.length + 1) * ((1 - coverage) / 2) + 1e-9);
  return below < 1 ? null : [sorted[below - 1]!, sorted[sorted.length - below]!];
}

function sortedWhere(values: Float64Array, isWanted: (row: number) => boolean): Float64Array {
  const pool = poolOf();
  values.forEach((value, row) => {
    if (!Number.isNaN(value) && isWanted(row)) pool.add(value);
  });
  return pool.sorted();
}

function thirdsOf(scale: Float64Array): [number, number] | null {
  const sorted = scale.filter((value) => !Number.isNaN(value)).sort();
  if (sorted.length < CLASSES) return null;
  return [sorted[Math.floor(sorted.length / 3)]!, sorted[Math.floor((2 * sorted.length) / 3)]!];
}
