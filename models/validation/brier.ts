import type {CalibrationGroup} from "./calibrationGroups.js";
import type {RiskLevels} from "./riskLevels.js";

/** `brier = reliability - resolution + uncertainty + withinGroups`. */
export interface Brier {
  /** Mean of (y - pd)². It measures discrimination rather than calibration (BCBS working paper 14, 2005, page 32). */
  readonly brier: number;
  /** 1 - brier / uncertainty; null where there are no defaulters, or only these. */
  readonly skill: number | null;
  /** Distance of group PDs from group default rates: the part that is calibration. */
  readonly reliability: number;
  /** Distance of group default rates from that of all: the part that is discrimination. */
  readonly resolution: number;
  /** odr (1 - odr): the score of the default rate itself. */
  readonly uncertainty: number;
  /** What differing PDs within the groups add; zero where each group has one PD. */
  readonly withinGroups: number;
}

/** Mean of (y - pd)² over the rows. NaN without rows. */
export function brierScore(pd: Float64Array, defaulted: Uint8Array): number {
  let squares = 0;
  for (let row = 0; row < pd.length; row++) squares += (defaulted[row]! - pd[row]!) ** 2;
  return squares / pd.length;
}

/** Brier score with Murphy's decomposition by groups (1973, Journal of Applied Meteorology 12, 595-600). `levels` are of PDs. */
export function brierOf(levels: RiskLevels, groups: readonly CalibrationGroup[]): Brier {
  const {risks, events, others, totalEvents, totalOthers} = levels;
  const total = totalEvents + totalOthers;
  const odr = totalEvents / total;
  let squares = 0;
  for (let level = 0; level < risks.length; level++) {
    const p = risks[level]!;
    squares += events[level]! * (1 - p) ** 2 + others[level]! * p * p;
  }
  let [reliability, resolution] = [0, 0];
  for (const group of groups) {
    const rate = group.events / group.observations;
    reliability += (group.observations * (group.pd - rate) ** 2) / total;
    resolution += (group.observations * (rate - odr) ** 2) / total;
  }
  const [brier, uncertainty] = [squares / total, odr * (1 - odr)];
  const withinGroups = brier - (reliability - resolution + uncertainty);
  const skill = uncertainty === 0 ? null : 1 - brier / uncertainty;
  return {brier, skill, reliability, resolution, uncertainty, withinGroups};
}
