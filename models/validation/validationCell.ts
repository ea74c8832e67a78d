import {calibrationMeasures, type CalibrationMeasures} from "./calibrationMeasures.js";
import {cellCounts, type CellCounts} from "./cellCounts.js";
import {cellTests} from "./cellTests.js";
import {expectedOfRanked, type ExpectedPerformance} from "./expectedPerformance.js";
import {naturalErrorRate, observedErrorRate} from "./naturalErrorRate.js";
import {rankMeasures, type Ranking, type RankMeasures} from "./rankMeasures.js";
import type {Settings} from "./validationOptions.js";
import {verdictOf, type TestResult, type Verdict} from "./verdict.js";

/** The whole sample, one segment of it, or one year. */
export interface ValidationCell extends CellCounts {
  /** Null for the whole. */
  readonly name: string | null;
  /** Are there as many defaulters, and as many others, as rank measures ask for? */
  readonly enough: boolean;
  /** By PD, by score and by grade, as far as these are known; empty where there is not enough. */
  readonly discrimination: readonly RankMeasures[];
  readonly calibration: CalibrationMeasures;
  /** What calibrated PDs would have shown, beside what was seen. */
  readonly expected: ExpectedPerformance;
  /** Share of obligors that the ranking by PD errs about: a bound for overrides that its errors explain. Null where AUC is below 1/2. */
  readonly naturalErrorRate: number | null;
  /** The same counted on the sample, without a distribution of scores; null where there is not enough. */
  readonly observedErrorRate: number | null;
  readonly tests: readonly TestResult[];
  /** Null without rules. */
  readonly verdict: Verdict | null;
}

/** The rankings are of the cell's rows, the first of them by PD; `gradeOf` is by row number. */
export function validationCell(
  name: string | null,
  rankings: readonly [Ranking, ...Ranking[]],
  gradeOf: ArrayLike<number> | undefined,
  settings: Settings,
  furtherTests: readonly TestResult[] = []
): ValidationCell {
  const {rows, levels} = rankings[0];
  const counts = cellCounts(rows);
  const {observations, events} = counts;
  const enough = Math.min(events, observations - events) >= Math.max(1, settings.minimumEvents);
  const discrimination = enough ? rankings.map((ranking) => rankMeasures(ranking, settings)) : [];
  const calibration = calibrationMeasures(rows, levels, gradeOf, settings, enough);
  const auc = discrimination[0]?.auc ?? 0;
  const tests = [...cellTests(counts, discrimination, calibration, settings), ...furtherTests];
  return {
    name,
    ...counts,
    enough,
    discrimination,
    calibration,
    expected: expectedOfRanked(rows.risk),
    naturalErrorRate: auc >= 0.5 ? naturalErrorRate(auc, events / observations) : null,
    observedErrorRate: enough ? observedErrorRate(levels) : null,
    tests,
    verdict: settings.rules === undefined ? null : verdictOf(tests, settings.rules)
  };
}
