import {calibrated} from "../calibration/calibration.js";
import {logistic} from "../numerics/logistic.js";
import {logOddsOf} from "./scaling.js";
import type {Scorecard} from "./scorecard.js";

/** 12-month PD of a score. Never rises with the score. */
export function pdOfScore(
  {scaling, calibration, floor}: Pick<Scorecard, "scaling" | "calibration" | "floor">,
  score: number
): number {
  const odds = logOddsOf(score, scaling);
  // On log odds, what `calibrated` does on PDs: near 1 a PD has too few digits for SQL to find the same.
  switch (calibration.kind) {
    case "shift":
      return Math.max(floor, logistic(odds + calibration.a));
    case "two_parameter":
      return Math.max(floor, logistic(calibration.b * odds + calibration.a));
    case "isotonic":
      return Math.max(floor, calibrated(calibration, logistic(odds)));
  }
}

/** The least and the greatest score that the scorecard can give. */
export function scoreRange({
  basePoints,
  characteristics
}: Pick<Scorecard, "basePoints" | "characteristics">): [least: number, greatest: number] {
  let [least, greatest] = [basePoints, basePoints];
  for (const {points} of characteristics) {
    least += Math.min(...points);
    greatest += Math.max(...points);
  }
  return [least, greatest];
}
