import {betaLowerInverse, betaUpperInverse} from "../numerics/incompleteBeta.js";
import {jeffreysPValue} from "./defaultTests.js";
import type {CalibrationGroup} from "./calibrationGroups.js";

export interface CalibrationPoint extends CalibrationGroup {
  readonly odr: number;
  /** Jeffreys' interval of the default rate. */
  readonly lower: number;
  readonly upper: number;
  /** Of Jeffreys' test: small where the PD is too low. */
  readonly pValue: number;
}

/**
 * Default rate of each group beside its PD, with Jeffreys' interval; its ends are 0 and 1 where there are no defaults, or nothing else
 * (Brown, Cai and DasGupta 2001, Statistical Science 16, 101-133).
 */
export function calibrationCurve(groups: readonly CalibrationGroup[], level = 0.95): CalibrationPoint[] {
  return groups.map((group) => {
    const [lower, upper] = jeffreysInterval(group.events, group.observations, level);
    return {...group, odr: group.events / group.observations, lower, upper, pValue: jeffreysPValue(group)};
  });
}

/** Two-sided Jeffreys interval of a rate. */
export function jeffreysInterval(events: number, observations: number, level = 0.95): [lower: number, upper: number] {
  const tail = (1 - level) / 2;
  const [a, b] = [events + 0.5, observations - events + 0.5];
  return [events === 0 ? 0 : betaLowerInverse(a, b, tail), events === observations ? 1 : betaUpperInverse(a, b, tail)];
}
