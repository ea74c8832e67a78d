import type {CategoryOptions, NumericOptions, Safer} from "../binning/woeBins.js";
import type {LabelledRows} from "../rating/selectRidge.js";
import type {BinningMemory} from "./candidate.js";
import type {Scaling} from "./scorecard.js";

/** Training rows; texts (null where missing) beside the numbers, under names of their own. */
export interface ScorecardRows extends LabelledRows {
  readonly categories?: ReadonlyMap<string, readonly (string | null)[]>;
}

export interface ScorecardOptions {
  /** Business sign of each number; those not named may take either direction. */
  readonly safer?: ReadonlyMap<string, Safer>;
  readonly binning?: Omit<NumericOptions, "safer"> & CategoryOptions;
  /** Bins found before of the same rows, to which this fit adds its own. */
  readonly memory?: BinningMemory;
  /** Special values of single numbers, instead of those in `binning`. */
  readonly specials?: ReadonlyMap<string, readonly number[]>;
  /** Information value below which a feature is no candidate. */
  readonly minIv?: number;
  readonly maxFeatures?: number;
  /** Greatest correlation, by size, of the weights of evidence of two features. */
  readonly maxCorrelation?: number;
  readonly maxVif?: number;
  /** Significance that a feature must have when it enters and keep when others follow. */
  readonly maxPValue?: number;
  /** Ridge penalty of the logistic regression on weights of evidence. */
  readonly ridge?: number;
  /**
   * What the points of a bin rest on: the weight of evidence that it has alone (`marginal`), scaled by one coefficient a feature; or that
   * which it has given the other features (`joint`).
   */
  readonly evidence?: "marginal" | "joint";
  /** Penalty on steps between neighbouring bins where evidence is joint. */
  readonly smoothing?: number;
  readonly scaling?: Scaling;
  /** Lowest PD that the scorecard gives. */
  readonly floor: number;
  /** Mean PD of the training rows after calibration; their default rate where not given. */
  readonly target?: number;
  /** Exactly these features, without selection, but for those that cannot be binned or take the wrong sign. */
  readonly features?: readonly string[];
}

export type SelectionLimits = Required<
  Pick<ScorecardOptions, "minIv" | "maxFeatures" | "maxCorrelation" | "maxVif" | "maxPValue" | "ridge">
>;

export const SELECTION: SelectionLimits = {
  minIv: 0.02,
  maxFeatures: 15,
  maxCorrelation: 0.8,
  maxVif: 5,
  maxPValue: 0.05,
  ridge: 0
};

export const SMOOTHING = 10;

export const SCALING: Scaling = {pdo: 20, baseScore: 600, baseOdds: 50};
