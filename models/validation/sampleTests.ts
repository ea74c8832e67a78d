import type {AcrossYears} from "./acrossYears.js";
import type {CellCounts} from "./cellCounts.js";
import type {EarlyDefaults} from "./earlyDefaults.js";
import type {StabilityMeasures} from "./stabilityMeasures.js";
import type {TestResult} from "./verdict.js";

export function yearTests(years: readonly CellCounts[], normal: AcrossYears["normalTest"]): TestResult[] {
  const sum = (value: (cell: CellCounts) => number) => years.reduce((total, cell) => total + value(cell), 0);
  const counts = {observations: sum(({observations}) => observations), events: sum(({events}) => events)};
  return normal === null ? [] : [{test: "normal_test", value: normal.pValueStudent, ...counts, power: normal.power}];
}

export function earlyTests(early: EarlyDefaults | null): TestResult[] {
  if (early === null) return [];
  const {observations, events, pValue} = early;
  return [{test: "early_defaults", value: pValue, observations, events, power: null}];
}

/** They count rows; a rule that asks for events says nothing of them. */
export function stabilityTests({
  gradeCounts,
  psiOfGrades,
  concentration,
  concentrationAgainstInitial
}: StabilityMeasures): TestResult[] {
  const observations = gradeCounts?.reduce((total, count) => total + count, 0) ?? 0;
  const result = (test: TestResult["test"], value: number | null | undefined): TestResult[] =>
    value === undefined || value === null ? [] : [{test, value, observations, events: 0, power: null}];
  return [
    ...result("psi_of_grades", psiOfGrades?.psi),
    ...result("concentration", concentration?.hi),
    ...result("concentration_growth", concentrationAgainstInitial?.pValue)
  ];
}
