import {rankedRows, type RankedRows} from "./rankedRows.js";

/** Defaulters and others at each distinct risk: all that a measure of rank, or a test of PDs, asks of a sample. */
export interface RiskLevels {
  /** Distinct risks, rising: high is risky. */
  readonly risks: Float64Array;
  /** Defaulters at each risk. */
  readonly events: Float64Array;
  /** Rows without default at each risk. */
  readonly others: Float64Array;
  readonly totalEvents: number;
  readonly totalOthers: number;
}

/** Counts of `defaulted` (0/1) at each distinct `risk` (high is risky). Throws on NaN and where lengths differ. */
export function riskLevels(risk: Float64Array, defaulted: Uint8Array): RiskLevels {
  return levelsOfRows(rankedRows(risk, defaulted));
}

export function levelsOfRows({risk, defaulted}: RankedRows): RiskLevels {
  let size = 0;
  for (let k = 0; k < risk.length; k++) if (k === 0 || risk[k] !== risk[k - 1]) size++;
  const [risks, events, others] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  let [level, totalEvents] = [-1, 0];
  for (let k = 0; k < risk.length; k++) {
    if (k === 0 || risk[k] !== risk[k - 1]) risks[++level] = risk[k]!;
    if (defaulted[k] === 1) {
      events[level]!++;
      totalEvents++;
    } else others[level]!++;
  }
  return {risks, events, others, totalEvents, totalOthers: risk.length - totalEvents};
}
