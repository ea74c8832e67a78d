import {binomialTail} from "../numerics/binomial.js";
import {chiSquaredQuantile, chiSquaredTail} from "../numerics/chiSquared.js";
import {oneFactorBinomialCritical, oneFactorBinomialTail} from "../numerics/correlatedBinomial.js";
import {normalCdf, normalQuantile} from "../numerics/normal.js";
import {studentTQuantile} from "../numerics/studentT.js";
import type {CalibrationGroup} from "./calibrationGroups.js";
import {binomialPValue, jeffreysPValue} from "./defaultTests.js";
import type {RiskLevels} from "./riskLevels.js";

/** A sample to be tested: its rows and their PD. */
export type Tested = Pick<CalibrationGroup, "observations" | "pd">;

export interface PowerOptions {
  /** The true PD is the applied one times this. */
  readonly understatement?: number;
  /** Of the test: the greatest chance of finding fault with right PDs. */
  readonly level?: number;
}

/** Probability that the binomial test finds PDs understated; exact. */
export function powerOfBinomial(tested: Tested, options: PowerOptions = {}): number {
  return exactPower(tested, options, binomialPValue);
}

/** Probability that Jeffreys' test finds PDs understated; exact. */
export function powerOfJeffreys(tested: Tested, options: PowerOptions = {}): number {
  return exactPower(tested, options, jeffreysPValue);
}

/** Probability that the binomial test of correlated obligors finds PDs understated; exact under its own model. */
export function powerOfCorrelatedBinomial(
  {observations, pd}: Tested,
  assetCorrelation: number,
  {understatement = 1.5, level = 0.05}: PowerOptions = {}
): number {
  const critical = oneFactorBinomialCritical(level, observations, pd, assetCorrelation);
  return oneFactorBinomialTail(critical, observations, understated(pd, understatement), assetCorrelation);
}

/** Probability that the z-score test finds PDs understated; normal approximation. */
export function powerOfZScore(
  {observations, pd}: Tested,
  {understatement = 1.5, level = 0.05}: PowerOptions = {}
): number {
  const truth = understated(pd, understatement);
  const threshold = pd + normalQuantile(1 - level) * Math.sqrt((pd * (1 - pd)) / observations);
  return normalCdf((truth - threshold) / Math.sqrt((truth * (1 - truth)) / observations));
}

/** Probability that Hosmer and Lemeshow's test finds all PDs understated; the statistic as a scaled chi-squared of its mean and variance. */
export function powerOfHosmerLemeshow(
  groups: readonly Tested[],
  {understatement = 1.5, level = 0.05}: PowerOptions = {}
): number {
  let [mean, variance] = [0, 0];
  for (const {observations, pd} of groups) {
    const truth = understated(pd, understatement);
    const ratio = (truth * (1 - truth)) / (pd * (1 - pd));
    const shift = (observations * (truth - pd) ** 2) / (pd * (1 - pd));
    mean += ratio + shift;
    variance += 2 * ratio * ratio + 4 * ratio * shift;
  }
  const scale = variance / (2 * mean);
  return chiSquaredTail(chiSquaredQuantile(1 - level, groups.length) / scale, mean / scale);
}

/** Probability that the joint test of the calibration line finds all PDs understated; non-central chi-squared by Patnaik (1949). */
export function powerOfCalibrationLine(
  groups: readonly Tested[],
  {understatement = 1.5, level = 0.05}: PowerOptions = {}
): number {
  let shift = 0;
  for (const {observations, pd} of groups) {
    const truth = understated(pd, understatement);
    shift +=
      2 *
      observations *
      (truth * Math.log(truth / pd) + (truth < 1 ? (1 - truth) * Math.log((1 - truth) / (1 - pd)) : 0));
  }
  const degrees = (2 + shift) ** 2 / (2 + 2 * shift);
  return chiSquaredTail((chiSquaredQuantile(1 - level, 2) * (2 + shift)) / (2 + 2 * shift), degrees);
}

/** Probability that Spiegelhalter's two-sided test finds all PDs understated; normal approximation. `levels` are of PDs. */
export function powerOfSpiegelhalter(
  {risks, events, others}: RiskLevels,
  {understatement = 1.5, level = 0.05}: PowerOptions = {}
): number {
  let [shift, applied, actual] = [0, 0, 0];
  for (let at = 0; at < risks.length; at++) {
    const pd = risks[at]!;
    const count = events[at]! + others[at]!;
    const truth = understated(pd, understatement);
    const slope = 1 - 2 * pd;
    shift += count * slope * (truth - pd);
    applied += count * slope * slope * pd * (1 - pd);
    actual += count * slope * slope * truth * (1 - truth);
  }
  const threshold = normalQuantile(1 - level / 2) * Math.sqrt(applied);
  return normalCdf((shift - threshold) / Math.sqrt(actual)) + normalCdf((-shift - threshold) / Math.sqrt(actual));
}

/**
 * Probability that the normal test over `years`, by its Student p-value, finds this mean PD understated, the yearly differences having
 * `deviation`; non-central t by Abramowitz and Stegun 26.7.10, within 0.03 from three years on.
 */
export function powerOfNormalTest(
  {years, pd, deviation}: {readonly years: number; readonly pd: number; readonly deviation: number},
  {understatement = 1.5, level = 0.05}: PowerOptions = {}
): number {
  const degrees = years - 1;
  const shift = (Math.sqrt(years) * (understated(pd, understatement) - pd)) / deviation;
  const critical = studentTQuantile(1 - level, degrees);
  return normalCdf((shift - critical * (1 - 1 / (4 * degrees))) / Math.sqrt(1 + critical ** 2 / (2 * degrees)));
}

/** Probability that the test of current against initial AUC finds a loss of so much; normal approximation. */
export function powerOfAucAgainstInitial(standardError: number, loss: number, level = 0.05): number {
  return normalCdf(loss / standardError - normalQuantile(1 - level));
}

/** The chance of so many defaults that the test finds fault: the fewest with a p-value of `level` at most, found by halving. */
function exactPower(
  {observations, pd}: Tested,
  {understatement = 1.5, level = 0.05}: PowerOptions,
  pValue: (group: CalibrationGroup) => number
): number {
  let [low, high] = [-1, observations + 1];
  while (high - low > 1) {
    const events = (low + high) >> 1;
    if (pValue({observations, events, pd}) <= level) high = events;
    else low = events;
  }
  return binomialTail(high, observations, understated(pd, understatement));
}

function understated(pd: number, understatement: number): number {
  return Math.min(1, pd * understatement);
}
