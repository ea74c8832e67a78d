import type {FeatureBins} from "../binning/woeBins.js";
import type {Calibration} from "../calibration/calibration.js";
import type {Fate, SelectionStep} from "./selection.js";

/** How log odds become a score: `baseScore` at odds `baseOdds` : 1 of non-default, and `pdo` points more double the odds. */
export interface Scaling {
  readonly pdo: number;
  readonly baseScore: number;
  readonly baseOdds: number;
}

/** One feature of the scorecard. */
export interface Characteristic {
  readonly feature: string;
  readonly bins: FeatureBins;
  /** Whole points of each bin, in the order of `bins.bins`; positive where safer than the book. */
  readonly points: readonly number[];
  /** Of the weight of evidence in the log odds of default; below zero, so that safer is safer. */
  readonly coefficient: number;
  readonly standardError: number;
  /** Wald, two-sided. */
  readonly pValue: number;
  /** Variance inflation among the weights of evidence of the scorecard; 1 where unrelated to the others. */
  readonly vif: number;
  readonly iv: number;
}

/**
 * A points scorecard, as plain JSON. Score = `basePoints` + the points of one bin of each characteristic, exactly; higher is safer.
 * PD is a function of the score alone: log odds of default (offset - score) / factor, then the calibration, then the floor.
 */
export interface Scorecard {
  readonly kind: "scorecard";
  readonly scaling: Scaling;
  readonly basePoints: number;
  readonly characteristics: readonly Characteristic[];
  /** Log odds of default where every weight of evidence is zero, before points were rounded. */
  readonly intercept: number;
  readonly calibration: Calibration;
  /** Lowest PD that the scorecard gives. */
  readonly floor: number;
  readonly training: {
    readonly observations: number;
    readonly events: number;
    /** Mean of the PDs given to the training rows, calibrated and floored. */
    readonly meanPd: number;
  };
  /** What was added and removed, in order. */
  readonly steps: readonly SelectionStep[];
  /** What became of every candidate, in the order given. */
  readonly fates: readonly Fate[];
}
