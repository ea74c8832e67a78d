import {chiSquaredTail} from "../numerics/chiSquared.js";
import type {CalibrationGroup} from "./calibrationGroups.js";

export interface ChiSquaredTest {
  readonly statistic: number;
  readonly degrees: number;
  readonly pValue: number;
}

/**
 * Hosmer and Lemeshow's test of all groups at once: Σ (events - N pd)² / (N pd (1 - pd)).
 *
 * Degrees of freedom are the number of groups, as PDs were not fitted to these rows (BCBS working paper 14, 2005, page 52); two less with
 * `inSample`. Null where none are left. Throws where a PD is not in (0, 1).
 */
export function hosmerLemeshow(groups: readonly CalibrationGroup[], {inSample = false} = {}): ChiSquaredTest | null {
  const degrees = groups.length - (inSample ? 2 : 0);
  if (degrees < 1) return null;
  let statistic = 0;
  for (const {observations, events, pd} of groups) {
    if (!(pd > 0 && pd < 1)) throw new RangeError(`Hosmer and Lemeshow's test needs PDs in (0, 1); got ${pd}`);
    statistic += (events - observations * pd) ** 2 / (observations * pd * (1 - pd));
  }
  return {statistic, degrees, pValue: chiSquaredTail(statistic, degrees)};
}
