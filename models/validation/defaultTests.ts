import {binomialTail} from "../numerics/binomial.js";
import {oneFactorBinomialTail} from "../numerics/correlatedBinomial.js";
import {betaLower} from "../numerics/incompleteBeta.js";
import {normalCdf} from "../numerics/normal.js";
import type {CalibrationGroup} from "./calibrationGroups.js";

/**
 * Jeffreys' test: probability, after these defaults and a Beta(1/2, 1/2) prior, that the true PD is the applied one or less. Small: the PD is
 * too low (ECB, Instructions for reporting the validation results of internal models, 2019, section 2.5.3.1).
 */
export function jeffreysPValue({observations, events, pd}: CalibrationGroup): number {
  return betaLower(events + 0.5, observations - events + 0.5, pd);
}

/** Exact binomial test: P(so many defaults or more), were defaults independent. Conservative where the PDs of a group differ. */
export function binomialPValue({observations, events, pd}: CalibrationGroup): number {
  return binomialTail(events, observations, pd);
}

/** The same where the obligors' assets share one factor (BCBS working paper 14, 2005, page 50). */
export function correlatedBinomialPValue(
  {observations, events, pd}: CalibrationGroup,
  assetCorrelation: number
): number {
  return oneFactorBinomialTail(events, observations, pd, assetCorrelation);
}

export interface ZTest {
  readonly z: number;
  /** One-sided: small where the PD is too low. */
  readonly pValue: number;
}

/** Normal approximation of the binomial test: (odr - pd) / √(pd (1 - pd) / N). Throws where the PD is not in (0, 1). */
export function zScoreTest({observations, events, pd}: CalibrationGroup): ZTest {
  if (!(pd > 0 && pd < 1)) throw new RangeError(`a z-score needs a PD in (0, 1); got ${pd}`);
  const z = (events / observations - pd) / Math.sqrt((pd * (1 - pd)) / observations);
  return {z, pValue: normalCdf(-z)};
}
