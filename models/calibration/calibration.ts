import {isotonicPd, type IsotonicCalibration} from "./isotonic.js";

/** Adds `a` to the log odds of every PD: odds times e^a. Order and discrimination stay; found by `shiftTo`. */
export interface ShiftCalibration {
  readonly kind: "shift";
  readonly a: number;
}

/** Log odds become a + b times what they were, b above zero; found by `fitTwoParameter`. */
export interface TwoParameterCalibration {
  readonly kind: "two_parameter";
  readonly a: number;
  readonly b: number;
}

/** A map from a model's PD to the PD that is used, as plain JSON. */
export type Calibration = ShiftCalibration | TwoParameterCalibration | IsotonicCalibration;

/** Leaves every PD as it is, to the last rounding. */
export const UNCALIBRATED: ShiftCalibration = {kind: "shift", a: 0};

/**
 * The calibrated PD of a model's PD, both in [0, 1].
 *
 * Never falls as the PD rises: a shift and a slope work on the odds, in arithmetic that keeps order even at the last bit
 * (for a slope, as far as `Math.pow` does). 0 and 1 stay. Throws where the PD is no probability.
 */
export function calibrated(calibration: Calibration, pd: number): number {
  if (!(pd >= 0 && pd <= 1)) throw new RangeError(`a PD must be in [0, 1]; got ${pd}`);
  switch (calibration.kind) {
    case "shift":
      return 1 / (1 + ((1 - pd) / pd) * Math.exp(-calibration.a));
    case "two_parameter":
      return 1 / (1 + ((1 - pd) / pd) ** calibration.b * Math.exp(-calibration.a));
    case "isotonic":
      return isotonicPd(calibration, pd);
    default:
      return unreachable(calibration);
  }
}

/** The calibrated PD of each. */
export function calibratedPds(calibration: Calibration, pds: Float64Array): Float64Array {
  return pds.map((pd) => calibrated(calibration, pd));
}

function unreachable(calibration: never): never {
  throw new Error(`no calibration: ${JSON.stringify(calibration)}`);
}
