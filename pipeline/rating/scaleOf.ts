import {masterScale, type MasterScale} from "#models/rating/masterScale.js";
import type {Policy} from "../policy/schemas.js";

/** The master scale that a version of the rating policy states. */
export function scaleOf(policy: Policy<"rating">): MasterScale {
  return masterScale(policy.master_scale.map(({label, upper_pd}) => ({label, upperPd: upper_pd})));
}
