import {logistic} from "../numerics/logistic.js";
import type {Scaling} from "./scorecard.js";

/** Points by which a score rises when the log odds of non-default rise by one. */
export function factorOf({pdo}: Scaling): number {
  return pdo / Math.LN2;
}

/** Score at even odds. */
export function offsetOf(scaling: Scaling): number {
  return scaling.baseScore - factorOf(scaling) * Math.log(scaling.baseOdds);
}

/** Throws where the scaling gives no rising, finite score. */
export function requireScaling({pdo, baseScore, baseOdds}: Scaling): void {
  if (!(pdo > 0 && pdo < Infinity)) throw new RangeError(`points to double the odds must be positive; got ${pdo}`);
  if (!Number.isFinite(baseScore)) throw new RangeError(`the base score must be a number; got ${baseScore}`);
  if (!(baseOdds > 0 && baseOdds < Infinity)) throw new RangeError(`base odds must be positive; got ${baseOdds}`);
}

/** Log odds of default that a score means by its scaling. */
export function logOddsOf(score: number, scaling: Scaling): number {
  return (offsetOf(scaling) - score) / factorOf(scaling);
}

/** The PD that a score means by its scaling alone, before calibration and floor. */
export function scaledPd(score: number, scaling: Scaling): number {
  return logistic(logOddsOf(score, scaling));
}
