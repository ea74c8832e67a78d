import {normalCdf, normalQuantile} from "../numerics/normal.js";
import type {AucEstimate} from "./auc.js";

export interface AucTest {
  readonly initial: number;
  readonly current: number;
  readonly standardError: number;
  /** Null where the current AUC has no variance. */
  readonly statistic: number | null;
  /** P(so low a current AUC or lower, were it the initial one); null with the statistic. */
  readonly pValue: number | null;
}

/**
 * Current against initial AUC: S = (initial - current) / s, s the standard error of the current one alone (ECB, Instructions for reporting
 * the validation results of internal models, 2019, section 2.5.4.1). The ECB takes it on grades.
 */
export function aucAgainstInitial(
  initial: number,
  {auc, standardError}: Pick<AucEstimate, "auc" | "standardError">
): AucTest {
  if (!(initial >= 0 && initial <= 1)) throw new RangeError(`an AUC must be in [0, 1]; got ${initial}`);
  const statistic = standardError > 0 ? (initial - auc) / standardError : null;
  const pValue = statistic === null ? null : normalCdf(-statistic);
  return {initial, current: auc, standardError, statistic, pValue};
}

/** The least loss of AUC that this one-sided test finds with `power`. */
export function detectableLoss(standardError: number, {level = 0.05, power = 0.8} = {}): number {
  return (normalQuantile(1 - level) + normalQuantile(power)) * standardError;
}
