import type {SampleFigures} from "./figures.js";
import type {Candidate} from "./candidates.js";
import type {Quantification} from "./quantify.js";
import type {Spec} from "./spec.js";

/** How candidates fared when the training rows chose among them. */
export interface TuningRecord {
  readonly candidates: readonly Candidate[];
  /** Mean log loss of held-out obligors, by rung; candidates are numbered as they stand above. Null where one could not be fitted. */
  readonly rungs: readonly {
    readonly share: number;
    readonly candidates: readonly number[];
    readonly losses: readonly (number | null)[];
  }[];
  readonly winner: number;
}

/** What the registry keeps of one training, beside the model itself. */
export interface Experiment {
  /** Name of the model and the first letters of a hash over spec, data and model. */
  readonly id: string;
  readonly spec: Spec;
  readonly specHash: string;
  /** Of the training rows. */
  readonly dataHash: string;
  readonly modelHash: string;
  readonly codeVersion: string;
  readonly seed: number;
  /** When it was first trained; no part of the id. */
  readonly trainedAt: string;
  readonly excluded: readonly {readonly reason: string; readonly rows: number}[];
  /** First and last observation date of the training rows; null where they have none. */
  readonly trainedOn: {readonly first: string; readonly last: string} | null;
  readonly tuning: TuningRecord;
  readonly chosen: Candidate;
  readonly quantification: Quantification;
  /** Train, cross_validation (the whole procedure, nested) and, where the spec has one, validation. Never test: that is read once, by `validate`. */
  readonly figures: readonly SampleFigures[];
  /** Standard deviation of the AUC over single folds. */
  readonly foldDeviation: number | null;
}
