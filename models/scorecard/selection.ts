import type {UnbinnedReason} from "../binning/woeBins.js";

/** One step of the selection: the feature added or removed, and the fit that followed. */
export interface SelectionStep {
  readonly change: "added" | "removed";
  readonly feature: string;
  /** Of the score test that chose an added one (one degree of freedom); of Wald's test that removed one. */
  readonly statistic: number;
  readonly pValue: number;
  /** Log-likelihood of the fit after the step, and twice what it gained over the fit before. */
  readonly logLikelihood: number;
  readonly likelihoodRatio: number;
  /** In the fit after the step, in the order in which they came. */
  readonly features: readonly string[];
}

/** What became of a candidate, with the figure that decided and the limit that it met. */
export type Fate = {readonly feature: string; readonly iv: number | null} & (
  | {readonly fate: "chosen"; readonly step: number}
  /** Could not be made monotone with two bins. */
  | {readonly fate: "unbinned"; readonly reason: UnbinnedReason}
  | {readonly fate: "low_iv"; readonly limit: number}
  /** Too much alike a feature that was chosen. */
  | {readonly fate: "correlated"; readonly with: string; readonly value: number; readonly limit: number}
  | {readonly fate: "vif"; readonly value: number; readonly limit: number}
  /** With it, `of` (itself or one chosen before) would count against its evidence. */
  | {readonly fate: "wrong_sign"; readonly of: string; readonly value: number}
  /** Adds nothing significant to those chosen. */
  | {readonly fate: "not_significant"; readonly pValue: number; readonly limit: number}
  /** Was chosen, and lost its significance to features that came later. */
  | {readonly fate: "removed"; readonly pValue: number; readonly limit: number}
  /** Would have added, but the scorecard was full. */
  | {readonly fate: "full"; readonly limit: number}
  /** Not in the list of features that was fixed. */
  | {readonly fate: "not_listed"}
);
