import {normalCdf} from "../numerics/normal.js";

export interface SlotBacktest {
  /** Mean of the yearly default rates. */
  readonly defaultRate: number;
  /** Mean realised loss of the defaulted facilities. */
  readonly loss: number;
  readonly statistic: number | null;
  /** Small where the expected loss of the slot is too low; null where nothing varies. */
  readonly pValue: number | null;
}

/**
 * Back-test of a slotting category's expected loss against default rate times loss: Z = (μ1 μ2 - EL) / s with
 * s² = s_D² s_L² + μ1² s_L² + μ2² s_D² (ECB, Instructions for reporting the validation results of internal models, 2019, section 2.10.1).
 *
 * `years` are counts of some years, five in the source; `losses` are realised losses in [0, 1]. Null without years or below two losses.
 */
export function slotBacktest(
  years: readonly {readonly observations: number; readonly events: number}[],
  losses: readonly number[],
  expectedLoss: number
): SlotBacktest | null {
  const [count, n] = [years.length, losses.length];
  if (count === 0 || n < 2) return null;
  const defaultRate = years.reduce((sum, {observations, events}) => sum + events / observations, 0) / count;
  const loss = losses.reduce((sum, value) => sum + value, 0) / n;
  const inverse = years.reduce((sum, {observations}) => sum + 1 / observations, 0);
  const varianceOfRate = (defaultRate * (1 - defaultRate) * inverse) / count ** 2;
  const varianceOfLoss = losses.reduce((sum, value) => sum + (value - loss) ** 2, 0) / (n * (n - 1));
  const variance = varianceOfRate * varianceOfLoss + defaultRate ** 2 * varianceOfLoss + loss ** 2 * varianceOfRate;
  if (!(variance > 0)) return {defaultRate, loss, statistic: null, pValue: null};
  const statistic = (defaultRate * loss - expectedLoss) / Math.sqrt(variance);
  return {defaultRate, loss, statistic, pValue: normalCdf(-statistic)};
}
