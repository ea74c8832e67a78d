import {aucInterval, aucOfLevels} from "./auc.js";
import {normalTest, type NormalTest} from "./normalTest.js";
import {pooledRanks} from "./pooledRanks.js";
import {powerOfNormalTest} from "./power.js";
import type {RankedRows} from "./rankedRows.js";
import type {RankedBy} from "./rankMeasures.js";
import {riskLevels} from "./riskLevels.js";
import type {Settings} from "./validationOptions.js";

/** The ranking of rows within their own year, pooled: what is left of an AUC when good and bad years are set apart. */
export interface PooledAuc {
  readonly by: RankedBy;
  readonly auc: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
}

export interface AcrossYears {
  /** Null below two years. */
  readonly normalTest: (NormalTest & {readonly power: number | null}) | null;
  /** Empty where there is not enough. */
  readonly pooled: readonly PooledAuc[];
}

/** `years` in order. */
export function normalTestOf(
  years: readonly {readonly odr: number; readonly pd: number}[],
  settings: Settings
): AcrossYears["normalTest"] {
  const test = normalTest(
    years.map(({odr}) => odr),
    years.map(({pd}) => pd)
  );
  if (test === null || test.statistic === null) return test && {...test, power: null};
  const mean = (value: (year: {odr: number; pd: number}) => number) =>
    years.reduce((sum, year) => sum + value(year), 0) / years.length;
  const deviation = (Math.sqrt(years.length) * (mean(({odr}) => odr) - mean(({pd}) => pd))) / test.statistic;
  const power = powerOfNormalTest({years: years.length, pd: mean(({pd}) => pd), deviation}, settings);
  return {...test, power};
}

/** AUC of ranks within years; `years` hold the rows of each. Both classes must be there. */
export function pooledAuc(
  by: RankedBy,
  years: readonly RankedRows[],
  defaulted: Uint8Array,
  {level}: Settings
): PooledAuc {
  const estimate = aucOfLevels(riskLevels(pooledRanks(years), defaulted));
  const [lower, upper] = aucInterval(estimate, 1 - level);
  return {by, auc: estimate.auc, standardError: estimate.standardError, lower, upper};
}
