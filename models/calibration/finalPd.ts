import {calibrated, type Calibration} from "./calibration.js";
import {withMargin, type MarginOfConservatism} from "./margin.js";

/** How a model's PD becomes the PD that is used, as plain JSON. */
export interface PdQuantification {
  readonly calibration: Calibration;
  readonly margin: MarginOfConservatism;
  /** Lowest PD that is used: regulatory or policy, in [0, 1]. */
  readonly floor: number;
}

/** Each stage of a PD. */
export interface PdStages {
  readonly model: number;
  /** The best estimate. */
  readonly calibrated: number;
  readonly withMargin: number;
  /** After the floor. */
  readonly final: number;
}

/** A model's PD after calibration, margin of conservatism and floor, in this order; never falls as the model's PD rises. */
export function pdStages({calibration, margin, floor}: PdQuantification, pd: number): PdStages {
  if (!(floor >= 0 && floor <= 1)) throw new RangeError(`a PD floor must be in [0, 1]; got ${floor}`);
  const best = calibrated(calibration, pd);
  const prudent = withMargin(margin, best);
  return {model: pd, calibrated: best, withMargin: prudent, final: Math.max(floor, prudent)};
}
