import {
  concentrationAgainstInitial,
  concentrationOf,
  type Concentration,
  type ConcentrationTest
} from "./concentration.js";
import {characteristicStability, type CharacteristicStability} from "./csi.js";
import {matrixBandwidth, type MatrixBandwidth} from "./matrixBandwidth.js";
import {matrixStability, type StabilityCell} from "./matrixStability.js";
import {stabilityOf, type Stability} from "./psi.js";
import type {Settings} from "./validationOptions.js";
import type {ValidationSample} from "./validationSample.js";

/** Has the population moved, and do grades? Null where what it takes is not known. */
export interface StabilityMeasures {
  readonly gradeCounts: readonly number[] | null;
  readonly psiOfGrades: Stability | null;
  readonly concentration: Concentration | null;
  readonly concentrationAgainstInitial: ConcentrationTest | null;
  readonly bandwidth: MatrixBandwidth | null;
  readonly migration: readonly (readonly (StabilityCell | null)[])[] | null;
  readonly characteristics: readonly CharacteristicStability[];
}

export function stabilityMeasures({grade}: ValidationSample, settings: Settings): StabilityMeasures {
  const {grades, initial, migrationMatrix, migrationTotals, characteristics = []} = settings;
  const gradeCounts = grade === undefined ? null : countsOf(grade, grades.length);
  const concentration = gradeCounts && concentrationOf(gradeCounts);
  const initialCounts = initial.gradeCounts ?? null;
  const initialConcentration = initialCounts && concentrationOf(initialCounts);
  return {
    gradeCounts,
    psiOfGrades: gradeCounts && initialCounts && stabilityOf(initialCounts, gradeCounts),
    concentration,
    concentrationAgainstInitial:
      concentration &&
      initialConcentration &&
      concentrationAgainstInitial(initialConcentration.cv, concentration.cv, grades.length),
    bandwidth: migrationMatrix === undefined ? null : matrixBandwidth(migrationMatrix),
    migration: migrationMatrix === undefined ? null : matrixStability(migrationMatrix, migrationTotals),
    characteristics: characteristicStability(characteristics)
  };
}

function countsOf(codes: ArrayLike<number>, names: number): number[] {
  const counts = Array.from({length: names}, () => 0);
  for (let row = 0; row < codes.length; row++) counts[codes[row]!]!++;
  return counts;
}
