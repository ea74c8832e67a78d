import {chiSquaredQuantile} from "../numerics/chiSquared.js";

/** What an empty bin counts as: half a row. */
const FLOOR = 0.5;

/**
 * Population stability index: sum of (a - e) x ln(a / e) over the shares of bins. The bins must come from the base.
 *
 * Shares of zero are lifted to `floor`, for the logarithm of nothing says nothing. Throws where the two differ in length.
 */
export function psi(
  base: readonly number[],
  current: readonly number[],
  {floor = 1e-6}: {readonly floor?: number} = {}
): number {
  if (base.length !== current.length) throw new Error(`psi of ${base.length} bins against ${current.length}`);
  const [expected, actual] = [sharesOf(base, floor), sharesOf(current, floor)];
  return expected.reduce((sum, e, bin) => sum + (actual[bin]! - e) * Math.log(actual[bin]! / e), 0);
}

/** How far a population moved, and how far chance alone would move it. */
export interface Stability {
  readonly psi: number;
  /** The 95 % critical value. */
  readonly critical: number;
}

/**
 * The index of two rows of counts with its critical value: an empty bin counts as half a row, and bins that are empty in both say
 * nothing. Null where one of the two has no rows.
 */
export function stabilityOf(base: readonly number[], current: readonly number[]): Stability | null {
  const [n, m] = [total(base), total(current)];
  if (n === 0 || m === 0) return null;
  const filled = base.flatMap((count, bin) => (count > 0 || current[bin]! > 0 ? [bin] : []));
  const lifted = (counts: readonly number[]) => filled.map((bin) => Math.max(counts[bin]!, FLOOR));
  return {psi: psi(lifted(base), lifted(current)), critical: psiCriticalValue(filled.length, n, m)};
}

/**
 * What the index of two samples of one population exceeds with probability 1 - `level`: (1/n + 1/m) x the quantile of chi-squared
 * with one degree less than bins (Yurdakul 2018). Slightly liberal below 25 rows a bin. Zero where there is one bin.
 */
export function psiCriticalValue(bins: number, n: number, m: number, level = 0.95): number {
  if (!(n > 0 && m > 0)) throw new RangeError(`samples must have rows; got ${n} and ${m}`);
  return bins < 2 ? 0 : (1 / n + 1 / m) * chiSquaredQuantile(level, bins - 1);
}

function sharesOf(counts: readonly number[], floor: number): number[] {
  const sum = total(counts);
  return counts.map((count) => Math.max(count / sum, floor));
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
