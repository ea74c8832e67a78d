import {applyPdModel, type PdModel} from "#models/rating/pdModel.js";
import {partOf, type LabelledRows} from "#models/rating/selectRidge.js";
import {auc, aucInterval, type AucEstimate} from "#models/validation/auc.js";
import {groupedFolds} from "#models/validation/crossValidation.js";

/** One measure of a model on one sample. */
export interface Measure {
  readonly split: string;
  readonly metric: string;
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly observations: number;
  readonly events: number;
}

/** AUC with its DeLong interval, and the expected and observed default rate; nothing where a class is empty. */
export function measuresOn(split: string, pds: Float64Array, defaulted: Uint8Array): Measure[] {
  const observations = defaulted.length;
  const events = defaulted.reduce((total, flag) => total + flag, 0);
  if (events === 0 || events === observations) return [];
  const rate = (metric: string, value: number): Measure => {
    return {split, metric, value, lower: null, upper: null, observations, events};
  };
  return [
    aucMeasure(split, "auc", auc(pds, defaulted)),
    rate("mean_pd", pds.reduce((total, pd) => total + pd, 0) / observations),
    rate("odr", events / observations)
  ];
}

export function aucMeasure(split: string, metric: string, estimate: AucEstimate): Measure {
  const [lower, upper] = aucInterval(estimate);
  return {
    split,
    metric,
    value: estimate.auc,
    lower,
    upper,
    observations: estimate.observations,
    events: estimate.events
  };
}

/**
 * Repeated cross-validation, obligors whole and defaults spread evenly over the folds: the mean over repeats of the AUC of out-of-fold PDs, with an
 * interval from the mean of their DeLong errors, which is what the few obligors leave open; beside it
 * the standard deviation of the AUC over single folds.
 */
export function crossValidated(
  sample: LabelledRows,
  fit: (train: LabelledRows) => PdModel,
  {folds, repeats, seed}: {folds: number; repeats: number; seed: number}
): Measure[] {
  const pooled: AucEstimate[] = [];
  const single: number[] = [];
  for (let repeat = 0; repeat < repeats; repeat++) {
    const fold = groupedFolds(sample.groups, sample.defaulted, folds, seed + repeat);
    const pds = new Float64Array(sample.defaulted.length);
    for (let held = 0; held < folds; held++) {
      const train = partOf(sample, (row) => fold[row] !== held);
      const test = partOf(sample, (row) => fold[row] === held);
      const predicted = applyPdModel(fit(train), test.features);
      test.rows.forEach((row, index) => (pds[row] = predicted[index]!));
      single.push(auc(predicted, test.defaulted).auc);
    }
    pooled.push(auc(pds, sample.defaulted));
  }
  const estimate = {
    auc: mean(pooled.map((each) => each.auc)),
    standardError: mean(pooled.map((each) => each.standardError)),
    observations: pooled[0]!.observations,
    events: pooled[0]!.events
  };
  const pooledMeasure = aucMeasure("cross_validation", "auc", estimate);
  const foldMean = mean(single);
  const foldSpread = Math.sqrt(
    mean(single.map((area) => (area - foldMean) ** 2)) * (single.length / (single.length - 1))
  );
  const plain = (metric: string, value: number): Measure => {
    return {...pooledMeasure, metric, value, lower: null, upper: null};
  };
  return [pooledMeasure, plain("fold_auc_mean", foldMean), plain("fold_auc_deviation", foldSpread)];
}

function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}
