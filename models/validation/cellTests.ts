import type {CalibrationMeasures, GradePoint} from "./calibrationMeasures.js";
import {powerOfJeffreys} from "./power.js";
import type {RankMeasures} from "./rankMeasures.js";
import type {CellCounts} from "./cellCounts.js";
import type {Settings} from "./validationOptions.js";
import type {TestName, TestResult} from "./verdict.js";

/** The tests of one cell, as rules read them. */
export function cellTests(
  {observations, events, pd, odr}: CellCounts,
  discrimination: readonly RankMeasures[],
  calibration: CalibrationMeasures,
  settings: Settings
): TestResult[] {
  const result = (test: TestName, value: number | null, power: number | null): TestResult => ({
    test,
    value,
    observations,
    events,
    power
  });
  const {jeffreys, binomial, correlatedBinomial, zScore, hosmerLemeshow, spiegelhalter, line, byGrade} = calibration;
  return [
    ...discrimination.flatMap(({by, auc, againstInitial}) => [
      result(`auc_${by}`, auc, null),
      ...(againstInitial === null ? [] : [result(`auc_loss_${by}`, againstInitial.pValue, againstInitial.power)])
    ]),
    result("odr_to_pd", odr / pd, jeffreys.power),
    result("jeffreys", jeffreys.pValue, jeffreys.power),
    result("binomial", binomial.pValue, binomial.power),
    result("correlated_binomial", correlatedBinomial.pValue, correlatedBinomial.power),
    result("z_score", zScore.pValue, zScore.power),
    ...(byGrade.length === 0 ? [] : [result("jeffreys_by_grade", leastOf(byGrade), powerByGrade(byGrade, settings))]),
    result("hosmer_lemeshow", hosmerLemeshow?.pValue ?? null, hosmerLemeshow?.power ?? null),
    result("spiegelhalter", spiegelhalter?.pValue ?? null, spiegelhalter?.power ?? null),
    result("calibration_line", line?.likelihoodRatio.pValue ?? null, line?.power ?? null)
  ];
}

function leastOf(byGrade: readonly GradePoint[]): number {
  return Math.min(...byGrade.map(({adjustedPValue}) => adjustedPValue));
}

/** The chance that one grade at least is found, each at its share of the level: what Holm's adjustment finds, or a little less. */
function powerByGrade(byGrade: readonly GradePoint[], {level, understatement}: Settings): number {
  const share = {level: level / byGrade.length, understatement};
  return 1 - byGrade.reduce((missed, grade) => missed * (1 - powerOfJeffreys(grade, share)), 1);
}
