import {auc, aucInterval} from "#models/validation/auc.js";
import {brierScore} from "#models/validation/brier.js";
import {ks} from "#models/validation/ks.js";
import {logLoss} from "#models/validation/logLoss.js";

/** One figure of a model on one sample, with its 95 % interval where it has one. */
export interface Figure {
  readonly metric: "auc" | "ks" | "brier" | "log_loss" | "mean_pd" | "odr";
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface SampleFigures {
  readonly sample: "train" | "cross_validation" | "validation" | "test" | "test_without_copies";
  readonly observations: number;
  readonly events: number;
  readonly figures: readonly Figure[];
}

/** How well PDs order and level outcomes. No figures where a class is empty: there is nothing to measure. */
export function sampleFigures(
  sample: SampleFigures["sample"],
  pds: Float64Array,
  defaulted: Uint8Array
): SampleFigures {
  const observations = pds.length;
  const events = defaulted.reduce((total, flag) => total + flag, 0);
  if (events === 0 || events === observations) return {sample, observations, events, figures: []};
  const estimate = auc(pds, defaulted);
  const [lower, upper] = aucInterval(estimate);
  const plain = (metric: Figure["metric"], value: number): Figure => ({metric, value, lower: null, upper: null});
  return {
    sample,
    observations,
    events,
    figures: [
      {metric: "auc", value: estimate.auc, lower, upper},
      plain("ks", ks(pds, defaulted).ks),
      plain("brier", brierScore(pds, defaulted)),
      plain("log_loss", logLoss(pds, defaulted) / observations),
      plain("mean_pd", pds.reduce((total, pd) => total + pd, 0) / observations),
      plain("odr", events / observations)
    ]
  };
}
