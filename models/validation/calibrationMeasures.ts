import {brierOf, type Brier} from "./brier.js";
import {calibrationCurve, type CalibrationPoint} from "./calibrationCurve.js";
import {groupsByGrade, groupsByPd, wholeOf} from "./calibrationGroups.js";
import {calibrationLine, type CalibrationLine} from "./calibrationLine.js";
import {binomialPValue, correlatedBinomialPValue, jeffreysPValue, zScoreTest, type ZTest} from "./defaultTests.js";
import {holmAdjusted} from "./holm.js";
import {hosmerLemeshow, type ChiSquaredTest} from "./hosmerLemeshow.js";
import {
  powerOfBinomial,
  powerOfCalibrationLine,
  powerOfCorrelatedBinomial,
  powerOfHosmerLemeshow,
  powerOfJeffreys,
  powerOfSpiegelhalter,
  powerOfZScore
} from "./power.js";
import type {RankedRows} from "./rankedRows.js";
import type {RiskLevels} from "./riskLevels.js";
import {spiegelhalter} from "./spiegelhalter.js";
import type {Settings} from "./validationOptions.js";

interface PValue {
  readonly pValue: number;
}

/** Probability of finding PDs understated by the factor of the settings. */
interface Powered {
  readonly power: number;
}

export interface GradePoint extends CalibrationPoint, Powered {
  readonly grade: string;
  /** Jeffreys' p-value, adjusted for the number of grades (Holm). */
  readonly adjustedPValue: number;
}

/** Do PDs state the level of defaults? */
export interface CalibrationMeasures {
  readonly jeffreys: PValue & Powered;
  readonly binomial: PValue & Powered;
  readonly correlatedBinomial: PValue & Powered & {readonly assetCorrelation: number};
  readonly zScore: ZTest & Powered;
  /** Over grades, or over parts by PD where there are none. */
  readonly hosmerLemeshow: (ChiSquaredTest & Powered & {readonly over: "grades" | "parts"}) | null;
  readonly spiegelhalter: (PValue & Powered & {readonly z: number}) | null;
  readonly brier: Brier;
  /** Null below the least number of events, or where the line has no estimate. */
  readonly line: (CalibrationLine & Powered) | null;
  /** Empty without grades; grades without rows are left out. */
  readonly byGrade: readonly GradePoint[];
  readonly byPart: readonly CalibrationPoint[];
}

/** `rows` run by rising PD; `gradeOf` is by row number. */
export function calibrationMeasures(
  rows: RankedRows,
  levels: RiskLevels,
  gradeOf: ArrayLike<number> | undefined,
  settings: Settings,
  enough: boolean
): CalibrationMeasures {
  const {assetCorrelation, parts, level} = settings;
  const whole = wholeOf(levels);
  const byPart = groupsByPd(levels, parts);
  const byGrade = gradeOf === undefined ? [] : groupsByGrade(rows, gradeOf, settings.grades.length);
  const graded = byGrade.filter((group) => group !== null);
  const groups = gradeOf === undefined ? byPart : graded;
  const chiSquared = hosmerLemeshow(groups);
  const spread = spiegelhalter(levels);
  const line = enough ? calibrationLine(rows.risk, rows.defaulted, 1 - level) : null;
  return {
    jeffreys: {pValue: jeffreysPValue(whole), power: powerOfJeffreys(whole, settings)},
    binomial: {pValue: binomialPValue(whole), power: powerOfBinomial(whole, settings)},
    correlatedBinomial: {
      pValue: correlatedBinomialPValue(whole, assetCorrelation),
      power: powerOfCorrelatedBinomial(whole, assetCorrelation, settings),
      assetCorrelation
    },
    zScore: {...zScoreTest(whole), power: powerOfZScore(whole, settings)},
    hosmerLemeshow: chiSquared && {
      ...chiSquared,
      power: powerOfHosmerLemeshow(groups, settings),
      over: gradeOf === undefined ? "parts" : "grades"
    },
    spiegelhalter: spread && {...spread, power: powerOfSpiegelhalter(levels, settings)},
    brier: brierOf(levels, groups),
    line: line && {...line, power: powerOfCalibrationLine(byPart, settings)},
    byGrade: gradePoints(byGrade, settings),
    byPart: calibrationCurve(byPart, 1 - level)
  };
}

function gradePoints(groups: ReturnType<typeof groupsByGrade>, settings: Settings): GradePoint[] {
  const names = settings.grades.filter((_, code) => groups[code] !== null);
  const points = calibrationCurve(
    groups.filter((group) => group !== null),
    1 - settings.level
  );
  const adjusted = holmAdjusted(points.map(({pValue}) => pValue));
  return points.map((point, index) => ({
    grade: names[index]!,
    ...point,
    adjustedPValue: adjusted[index]!,
    power: powerOfJeffreys(point, settings)
  }));
}
