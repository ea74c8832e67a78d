import {setImmediate} from "node:timers/promises";
import {auc, aucInterval, type AucEstimate} from "#models/validation/auc.js";
import type {Progress} from "../progress.js";
import {sampleFigures, type Figure, type SampleFigures} from "./figures.js";
import {foldsOf} from "./folds.js";
import {pdsOf, type FitRequest} from "./methods.js";
import {fitProcedure} from "./procedure.js";
import {hasBothClasses, requireBothClasses, rowsAt, type LabRows} from "./rows.js";
import type {Spec} from "./spec.js";

export interface CrossValidation {
  readonly figures: SampleFigures;
  /** Standard deviation of the AUC over single folds. */
  readonly foldDeviation: number | null;
  /** Out-of-fold PD of each row, of the first repeat; NaN where no fold predicted it. */
  readonly pds: Float64Array;
}

interface CrossValidationOptions {
  /** Months of the performance window. */
  readonly windowMonths: number;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/**
 * Nested evaluation: in each fold the whole procedure, tuning and calibration included, sees the rows that teach alone. The AUC is the
 * mean over repeats of that of the out-of-fold PDs, and its interval rests on the mean DeLong error, which is what the number of
 * obligors leaves open; the other figures are those of the first repeat.
 *
 * Throws a UserError where a fold has no default or nothing else to learn from.
 */
export async function crossValidate(
  rows: LabRows,
  spec: Spec,
  request: FitRequest,
  {windowMonths, progress, signal}: CrossValidationOptions
): Promise<CrossValidation> {
  const estimates: AucEstimate[] = [];
  const single: number[] = [];
  let first: Float64Array | null = null;
  for (const folds of foldsOf(rows, spec, windowMonths)) {
    const pds = new Float64Array(rows.defaulted.length).fill(NaN);
    for (const fold of folds) {
      progress.line(`cross-validation, ${fold.about}`);
      await setImmediate();
      signal.throwIfAborted();
      const train = rowsAt(rows, fold.train);
      requireBothClasses(`${spec.model}: cross-validation, ${fold.about}`, train);
      const test = rowsAt(rows, fold.test);
      const predicted = pdsOf(fitProcedure(train, spec, request).model, test.features);
      fold.test.forEach((row, index) => (pds[row] = predicted[index]!));
      if (hasBothClasses(test)) single.push(auc(predicted, test.defaulted).auc);
    }
    const {risk, outcomes} = measuredOf(rows, pds);
    if (hasBothClasses({defaulted: outcomes})) estimates.push(auc(risk, outcomes));
    first ??= pds;
  }
  const {risk, outcomes} = measuredOf(rows, first!);
  const figures = sampleFigures("cross_validation", risk, outcomes);
  return {figures: withMeanAuc(figures, estimates), foldDeviation: deviation(single), pds: first!};
}

/** The measured rows that were predicted. */
function measuredOf({isMeasured, defaulted}: LabRows, pds: Float64Array) {
  const kept = Uint32Array.from(pds.keys()).filter((row) => isMeasured[row] === 1 && !Number.isNaN(pds[row]));
  return {
    risk: Float64Array.from(kept, (row) => pds[row]!),
    outcomes: Uint8Array.from(kept, (row) => defaulted[row]!)
  };
}

function withMeanAuc(figures: SampleFigures, estimates: readonly AucEstimate[]): SampleFigures {
  if (estimates.length < 2) return figures;
  const mean = {
    ...estimates[0]!,
    auc: meanOf(estimates.map((estimate) => estimate.auc)),
    standardError: meanOf(estimates.map((estimate) => estimate.standardError))
  };
  const [lower, upper] = aucInterval(mean);
  const area: Figure = {metric: "auc", value: mean.auc, lower, upper};
  return {...figures, figures: figures.figures.map((figure) => (figure.metric === "auc" ? area : figure))};
}

function meanOf(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}

function deviation(values: readonly number[]): number | null {
  if (values.length < 2) return null;
  const mean = meanOf(values);
  return Math.sqrt(values.reduce((total, value) => total + (value - mean) ** 2, 0) / (values.length - 1));
}
