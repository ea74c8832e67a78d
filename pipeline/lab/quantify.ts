import {UNCALIBRATED, type ShiftCalibration, type TwoParameterCalibration} from "#models/calibration/calibration.js";
import {composed} from "#models/calibration/compose.js";
import {longRunAverage} from "#models/calibration/longRunAverage.js";
import {shiftTo} from "#models/calibration/shift.js";
import {fitTwoParameter} from "#models/calibration/twoParameter.js";
import type {Candidate} from "./candidates.js";
import {foldsOf, type Fold} from "./folds.js";
import {fitModel, pdsOf, type FitRequest, type FittedModel} from "./methods.js";
import {eventsOf, labPart, measuredPart, rowsAt, type LabRows} from "./rows.js";
import type {Spec} from "./spec.js";

/** How the PDs of a model were brought to their level: what was added to its own calibration. */
export interface Quantification {
  readonly slope: "training" | "out_of_fold";
  readonly level: "training_mean" | "long_run";
  /** Mean PD that was aimed at, before the margin. */
  readonly target: number;
  /** Log odds become a + b times what the model gave: the best estimate. */
  readonly a: number;
  readonly b: number;
  /** Added to the log odds on top, by reason. */
  readonly margin: Spec["calibration"]["margin"];
}

const FOLDS = 5;
const LEAST_EVENTS = 20;

/**
 * Brings a fitted model to its level: the slope from out-of-fold PDs, since a model that chose among many features spreads its
 * training rows too far (a forest has its slope from held-out obligors already); the mean to the training rate or the mean of the
 * yearly ones; then the margin of conservatism. With under 20 defaults, or where out-of-fold PDs do not rank, the slope stays. Nothing but `rows` enters.
 */
export function quantified(
  model: FittedModel,
  candidate: Candidate,
  rows: LabRows,
  {calibration}: Pick<Spec, "calibration">,
  request: FitRequest
): {readonly model: FittedModel; readonly quantification: Quantification} {
  const {level, margin} = calibration;
  const target = level === "long_run" ? yearlyAverage(rows) : eventsOf(rows) / rows.defaulted.length;
  const isHeldOutAlready = candidate.kind === "random_forest";
  const asksForSlope = calibration.slope === "out_of_fold" && !isHeldOutAlready;
  const heldOut = asksForSlope ? outOfFold(candidate, rows, request) : null;
  const line = heldOut === null ? null : lineOf(heldOut, rows, target);
  const pds = heldOut ?? pdsOf(model, rows.features);
  const best = line ?? (level === "long_run" ? shiftTo(pds, target) : UNCALIBRATED);
  const added = margin.reduce((total, {size}) => total + size, 0);
  return {
    model: withCalibration(model, composed(best, {kind: "shift", a: added})),
    quantification: {
      slope: line === null ? "training" : "out_of_fold",
      level,
      target,
      a: best.a,
      b: best.kind === "shift" ? 1 : best.b,
      margin
    }
  };
}

/** Null where too few defaulted to tell, or where the PDs do not rank them. */
function lineOf(pds: Float64Array, {defaulted}: LabRows, target: number): TwoParameterCalibration | null {
  if (eventsOf({defaulted}) < LEAST_EVENTS) return null;
  try {
    return fitTwoParameter(pds, defaulted, {target});
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Null where a fold cannot be fitted. */
function outOfFold(candidate: Candidate, rows: LabRows, request: FitRequest): Float64Array | null {
  const [folds] = foldsOf(rows, {evaluation: {folds: FOLDS, repeats: 1}, seed: request.seed}, 0) as [Fold[]];
  const pds = new Float64Array(rows.defaulted.length);
  try {
    for (const {train, test} of folds) {
      const model = fitModel(candidate, rowsAt(rows, train), request);
      const predicted = pdsOf(model, rowsAt(rows, test).features);
      test.forEach((row, index) => (pds[row] = predicted[index]!));
    }
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
  return pds;
}

/** Mean of the default rates of the yearly observation dates, each counting alike. */
function yearlyAverage(rows: LabRows): number {
  const measured = measuredPart(rows);
  const dates = [...new Set(measured.days)].sort((a, b) => a - b);
  return longRunAverage(
    dates.map((day, year) => {
      const part = labPart(measured, (row) => measured.days[row] === day);
      return {year, obligors: part.defaulted.length, defaults: eventsOf(part)};
    })
  );
}

/** A model whose log odds are put through a line, on top of what calibration it has. */
function withCalibration(model: FittedModel, line: ShiftCalibration | TwoParameterCalibration): FittedModel {
  if (model.kind !== "logistic") return {...model, calibration: composed(model.calibration, line)};
  const b = line.kind === "shift" ? 1 : line.b;
  return {
    ...model,
    intercept: line.a + b * model.intercept,
    terms: model.terms.map((term) => ({
      ...term,
      coefficient: b * term.coefficient,
      standardError: b * term.standardError,
      missingCoefficient: term.missingCoefficient === null ? null : b * term.missingCoefficient
    }))
  };
}
