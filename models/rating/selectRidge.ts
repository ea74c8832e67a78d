import {groupedFolds} from "../validation/crossValidation.js";
import {applyPdModel, fitPdModel, type FeatureColumns, type PdModelOptions} from "./pdModel.js";

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
 * The ridge under which held-out obligors are least surprising: the lowest mean log loss over folds that
 * keep an obligor whole. The largest of equals. Nothing but the training rows enters.
 */
export function selectRidge(
  rows: LabelledRows,
  options: Omit<PdModelOptions, "ridge">,
  {candidates, folds, seed}: RidgeChoice
): number {
  if (candidates.length === 1) return candidates[0]!;
  const fold = groupedFolds(rows.groups, rows.defaulted, folds, seed);
  const losses = candidates.map(() => 0);
  for (let held = 0; held < folds; held++) {
    const train = partOf(rows, (row) => fold[row] !== held);
    const test = partOf(rows, (row) => fold[row] === held);
    candidates.forEach((ridge, index) => {
      const pds = applyPdModel(fitPdModel(train.features, train.defaulted, {...options, ridge}), test.features);
      losses[index]! += logLoss(pds, test.defaulted);
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

function logLoss(pds: Float64Array, defaulted: Uint8Array): number {
  let total = 0;
  pds.forEach((pd, row) => (total -= Math.log(defaulted[row] === 1 ? pd : 1 - pd)));
  return total;
}
