import {fitLogistic, logOdds, type LogisticFit} from "../numerics/logistic.js";
import {groupedFolds} from "../validation/crossValidation.js";
import {designColumns, fitDesign, type FeatureColumns} from "./design.js";

/** Features and outcomes of some rows, with the group (obligor) that each belongs to. */
export interface LabelledRows {
  readonly features: FeatureColumns;
  readonly defaulted: Uint8Array;
  readonly groups: Uint32Array;
}

export interface RidgeChoice {
  readonly candidates: readonly number[];
  readonly folds: number;
  readonly seed: number;
}

/**
 * The ridge under which held-out obligors are least surprising: the lowest log loss over folds that keep an
 * obligor whole. The largest of equals. Nothing but the training rows enters.
 */
export function selectRidge(rows: LabelledRows, {candidates, folds, seed}: RidgeChoice): number {
  if (candidates.length === 1) return candidates[0]!;
  const fold = groupedFolds(rows.groups, rows.defaulted, folds, seed);
  const losses = candidates.map(() => 0);
  for (let held = 0; held < folds; held++) {
    const train = partOf(rows, (row) => fold[row] !== held);
    const test = partOf(rows, (row) => fold[row] === held);
    const design = fitDesign(train.features);
    const [trainColumns, testColumns] = [designColumns(design, train.features), designColumns(design, test.features)];
    let start: LogisticFit | undefined;
    candidates.forEach((ridge, index) => {
      const fit = fitLogistic(trainColumns, train.defaulted, {ridge, tolerance: 1e-6, ...(start && {start})});
      const odds = logOdds(testColumns, fit.intercept, fit.coefficients, test.defaulted.length);
      losses[index]! += logLoss(odds, test.defaulted);
      start = fit;
    });
  }
  const least = Math.min(...losses);
  return Math.max(...candidates.filter((_, index) => losses[index] === least));
}

/** The rows for which `isIn` holds. */
export function partOf(rows: LabelledRows, isIn: (row: number) => boolean): LabelledRows & {rows: Uint32Array} {
  const kept = Uint32Array.from(rows.defaulted.keys()).filter(isIn);
  const pick = (values: Float64Array) => Float64Array.from(kept, (row) => values[row]!);
  return {
    rows: kept,
    features: new Map([...rows.features].map(([name, values]) => [name, pick(values)])),
    defaulted: Uint8Array.from(kept, (row) => rows.defaulted[row]!),
    groups: Uint32Array.from(kept, (row) => rows.groups[row]!)
  };
}

/** Minus the log-likelihood of the outcomes, given log odds. */
function logLoss(odds: Float64Array, defaulted: Uint8Array): number {
  let total = 0;
  odds.forEach((value, row) => {
    const against = defaulted[row] === 1 ? -value : value;
    total += against > 0 ? against + Math.log1p(Math.exp(-against)) : Math.log1p(Math.exp(against));
  });
  return total;
}
