import {normalCdf} from "../numerics/normal.js";
import {studentTTail} from "../numerics/studentT.js";

export interface NormalTest {
  readonly years: number;
  /** Null where all yearly differences are alike. */
  readonly statistic: number | null;
  /** One-sided, of the normal distribution: small where PDs are too low. Too small with few years. */
  readonly pValue: number | null;
  /** The same of Student's t with a degree less than years. */
  readonly pValueStudent: number | null;
}

/**
 * Are yearly default rates above yearly PDs? Σ (odr - pd) / √(T s²), s² the variance of the differences, which holds whatever the
 * correlation within a year (BCBS working paper 14, 2005, pages 53-54). Null below two years.
 */
export function normalTest(odr: readonly number[], pd: readonly number[]): NormalTest | null {
  if (odr.length !== pd.length) throw new RangeError(`${odr.length} default rates, but ${pd.length} PDs`);
  const years = odr.length;
  if (years < 2) return null;
  const differences = odr.map((rate, year) => rate - pd[year]!);
  const mean = differences.reduce((total, value) => total + value, 0) / years;
  const variance = differences.reduce((total, value) => total + (value - mean) ** 2, 0) / (years - 1);
  if (!(variance > 0)) return {years, statistic: null, pValue: null, pValueStudent: null};
  const statistic = (mean * Math.sqrt(years)) / Math.sqrt(variance);
  return {years, statistic, pValue: normalCdf(-statistic), pValueStudent: studentTTail(statistic, years - 1)};
}
