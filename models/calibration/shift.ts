import {calibrated, type ShiftCalibration} from "./calibration.js";
import {weightsOf} from "./sample.js";

/**
 * The shift of the log odds after which the weighted mean PD is the target: the solution a of Σ w σ(logit PD + a) = target Σ w, by Newton's
 * method within bisection. Order and odds ratios of obligors stay.
 *
 * `target` is a long-run average default rate in (0, 1). Throws where it cannot be reached: too many PDs of exactly 0 or 1.
 */
export function shiftTo(pds: Float64Array, target: number, weights?: Float64Array): ShiftCalibration {
  requireRate(target);
  const meanAt = meanAfter(pds, weights);
  let [low, high] = [-700, 700];
  if (!(meanAt(low).mean < target && meanAt(high).mean > target)) {
    throw new RangeError(`no shift reaches a mean PD of ${target}: too many PDs are exactly 0 or 1`);
  }
  let a = 0;
  for (let step = 0; step < 200; step++) {
    const {mean, slope} = meanAt(a);
    if (mean === target) break;
    if (mean < target) low = a;
    else high = a;
    const newton = a + (target - mean) / slope;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - a) <= 1e-15 * Math.max(1, Math.abs(a))) break;
    a = next;
  }
  return {kind: "shift", a};
}

/**
 * Bayes' rule for another default rate, in one closed step: odds times the ratio of the target's odds to the mean PD's.
 *
 * It does not reach the target where PDs differ. Finished by `shiftTo` of its PDs it ends where `shiftTo` alone does, for both are shifts.
 */
export function bayesShift(pds: Float64Array, target: number, weights?: Float64Array): ShiftCalibration {
  requireRate(target);
  const {mean} = meanAfter(pds, weights)(0);
  requireRate(mean);
  return {kind: "shift", a: Math.log(target / (1 - target)) - Math.log(mean / (1 - mean))};
}

/** Mean PD after a shift, and how fast it rises with the shift. */
function meanAfter(pds: Float64Array, weights: Float64Array | undefined) {
  const weightOf = weightsOf(pds, weights);
  let weight = 0;
  for (let row = 0; row < pds.length; row++) weight += weightOf(row);
  return (a: number): {mean: number; slope: number} => {
    const shift = {kind: "shift", a} as const;
    let total = 0;
    let rising = 0;
    for (let row = 0; row < pds.length; row++) {
      const pd = calibrated(shift, pds[row]!);
      total += weightOf(row) * pd;
      rising += weightOf(row) * pd * (1 - pd);
    }
    return {mean: total / weight, slope: rising / weight};
  };
}

function requireRate(rate: number): void {
  if (!(rate > 0 && rate < 1)) throw new RangeError(`a default rate to calibrate to must be in (0, 1); got ${rate}`);
}
