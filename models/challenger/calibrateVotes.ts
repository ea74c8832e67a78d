import {calibratedPds, type TwoParameterCalibration} from "../calibration/calibration.js";
import {shiftTo} from "../calibration/shift.js";
import {fitLogistic} from "../numerics/logistic.js";

/**
 * A forest's vote as a probability inside (0, 1): (trees * vote + 1/2) / (trees + 1). A vote of 0 or 1 says that all leaves were pure,
 * not that default is impossible or sure.
 */
export function openVotes(votes: Float64Array, trees: number): Float64Array {
  return votes.map((vote) => (trees * vote + 0.5) / (trees + 1));
}

/**
 * Slope and shift of the log odds that fit the outcomes of rows on which the forest did not grow, then a shift to `target`, the default rate
 * of all training rows. Only a shift, where the slope is not above zero: the forest ranks no better than chance there.
 */
export function calibrateVotes(opened: Float64Array, defaulted: Uint8Array, target: number): TwoParameterCalibration {
  const {a, b} = slopeOf(opened, defaulted);
  const shift = shiftTo(calibratedPds({kind: "two_parameter", a, b}, opened), target);
  return {kind: "two_parameter", a: a + shift.a, b};
}

function slopeOf(opened: Float64Array, defaulted: Uint8Array): {a: number; b: number} {
  const odds = opened.map((vote) => Math.log(vote / (1 - vote)));
  if (odds.every((value) => value === odds[0])) return {a: 0, b: 1};
  const {intercept, coefficients} = fitLogistic([odds], defaulted, {ridge: 1e-3});
  return coefficients[0]! > 0 ? {a: intercept, b: coefficients[0]!} : {a: 0, b: 1};
}
