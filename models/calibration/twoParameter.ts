import {fitLogistic} from "../numerics/logistic.js";
import {calibratedPds, type TwoParameterCalibration} from "./calibration.js";
import {weightsOf} from "./sample.js";
import {shiftTo} from "./shift.js";

export interface TwoParameterOptions {
  readonly weights?: Float64Array;
  /** The long-run average that the mean PD is shifted to after the fit; the outcomes' own rate when absent. */
  readonly target?: number;
}

/**
 * Logistic regression of defaults on the log odds of a model's PDs (Cox 1958; Platt 1999): the slope b is below one where the model spreads too
 * far, above one where too little.
 *
 * Throws where a PD is exactly 0 or 1, where all outcomes are alike, and where the PDs do not rank the outcomes, so that b is not above zero.
 */
export function fitTwoParameter(
  pds: Float64Array,
  defaulted: Uint8Array,
  {weights, target}: TwoParameterOptions = {}
): TwoParameterCalibration {
  weightsOf(pds, weights);
  const odds = pds.map((pd) => Math.log(pd / (1 - pd)));
  if (!odds.every(Number.isFinite)) throw new RangeError("a PD of exactly 0 or 1 has no log odds; floor it first");
  const fit = fitLogistic([odds], defaulted, {signs: [1], ...(weights && {weights})});
  const b = fit.coefficients[0]!;
  if (!(b > 0)) throw new RangeError("the PDs do not rank the outcomes: the slope is not above zero");
  const fitted: TwoParameterCalibration = {kind: "two_parameter", a: fit.intercept, b};
  if (target === undefined) return fitted;
  return {...fitted, a: fitted.a + shiftTo(calibratedPds(fitted, pds), target, weights).a};
}
