import {normalCdf} from "../numerics/normal.js";

export interface Concentration {
  /** Coefficient of variation of the shares: √(K Σ (R_i - 1/K)²). */
  readonly cv: number;
  /** The ECB's index 1 + ln((CV² + 1) / K) / ln K: 0 evenly spread, 1 in one grade; null with one grade. */
  readonly hi: number | null;
  /** Sum of squared shares. */
  readonly hhi: number;
  /** (HHI - 1/K) / (1 - 1/K); null with one grade. */
  readonly normalisedHhi: number | null;
}

/**
 * Concentration over grades, of counts or amounts by grade, with the empty grades (ECB, Instructions for reporting the validation results of
 * internal models, 2019, section 2.5.5.3). Null where the total is zero.
 */
export function concentrationOf(amounts: readonly number[]): Concentration | null {
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  const size = amounts.length;
  if (!(total > 0)) return null;
  const hhi = amounts.reduce((sum, amount) => sum + (amount / total) ** 2, 0);
  const cv = Math.sqrt(size * amounts.reduce((sum, amount) => sum + (amount / total - 1 / size) ** 2, 0));
  if (size === 1) return {cv, hi: null, hhi, normalisedHhi: null};
  return {
    cv,
    hi: 1 + Math.log((cv * cv + 1) / size) / Math.log(size),
    hhi,
    normalisedHhi: (hhi - 1 / size) / (1 - 1 / size)
  };
}

export interface ConcentrationTest {
  readonly initial: number;
  readonly current: number;
  readonly z: number | null;
  /** Small where the concentration has grown; null where the current shares are all alike. */
  readonly pValue: number | null;
}

/** Current against initial coefficient of variation over `grades` grades, weighted by number: z = √(K-1) (CV - CV0) / √(CV² (1/2 + CV²)). */
export function concentrationAgainstInitial(initial: number, current: number, grades: number): ConcentrationTest {
  const spread = Math.sqrt(current * current * (0.5 + current * current));
  if (!(spread > 0)) return {initial, current, z: null, pValue: null};
  const z = (Math.sqrt(grades - 1) * (current - initial)) / spread;
  return {initial, current, z, pValue: normalCdf(-z)};
}
