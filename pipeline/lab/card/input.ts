import type {Text} from "#warehouse/contract.js";
import type {Experiment} from "../experiment.js";
import type {FittedModel} from "../methods.js";
import type {Reading} from "../readings.js";
import type {ValidationRecord} from "../validate.js";

/** All that a card is written from. */
export interface CardInput {
  readonly experiment: Experiment;
  readonly model: FittedModel;
  /** Null where it has not been validated. */
  readonly validation: ValidationRecord | null;
  readonly readings: readonly Reading[];
  /** Experiments of the same model that came before, by time. */
  readonly earlier: readonly Experiment[];
}

export interface Section {
  readonly title: Text;
  /** Paragraphs and tables, each in both languages. */
  readonly lines: readonly Text[];
}
