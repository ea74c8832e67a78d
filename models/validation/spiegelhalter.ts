import {normalCdf} from "../numerics/normal.js";
import type {RiskLevels} from "./riskLevels.js";

/**
 * Spiegelhalter's test that the Brier score is what calibrated PDs would give: z = Σ (y - p)(1 - 2p) / √Σ (1 - 2p)² p (1 - p)
 * (Spiegelhalter 1986, Statistics in Medicine 5, 421-433). Positive: worse than expected. Two-sided p-value; null where all PDs are 0, 1/2
 * or 1. `levels` are of PDs.
 */
export function spiegelhalter({
  risks,
  events,
  others
}: RiskLevels): {readonly z: number; readonly pValue: number} | null {
  let [excess, variance] = [0, 0];
  for (let level = 0; level < risks.length; level++) {
    const p = risks[level]!;
    const count = events[level]! + others[level]!;
    excess += (events[level]! - count * p) * (1 - 2 * p);
    variance += count * (1 - 2 * p) ** 2 * p * (1 - p);
  }
  if (!(variance > 0)) return null;
  const z = excess / Math.sqrt(variance);
  return {z, pValue: 2 * normalCdf(-Math.abs(z))};
}
