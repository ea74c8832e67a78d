import {studentTTail} from "../numerics/studentT.js";

export interface LgdTest {
  readonly observations: number;
  /** Mean of realised less estimated. */
  readonly meanDifference: number;
  readonly statistic: number | null;
  readonly degrees: number;
  /** One-sided: small where estimates are too low; null where all differences are alike. */
  readonly pValue: number | null;
}

/**
 * One-sided t-test of paired realised and estimated LGDs: √N mean / s on N - 1 degrees (ECB, Instructions for reporting the validation
 * results of internal models, 2019, section 2.6.2). Null below two facilities.
 */
export function lgdTTest(realised: ArrayLike<number>, estimated: ArrayLike<number>): LgdTest | null {
  const observations = realised.length;
  if (observations !== estimated.length)
    throw new RangeError(`${observations} realised LGDs, but ${estimated.length} estimated`);
  if (observations < 2) return null;
  let sum = 0;
  for (let row = 0; row < observations; row++) sum += realised[row]! - estimated[row]!;
  const meanDifference = sum / observations;
  let squares = 0;
  for (let row = 0; row < observations; row++) squares += (realised[row]! - estimated[row]! - meanDifference) ** 2;
  const degrees = observations - 1;
  const deviation = Math.sqrt(squares / degrees);
  if (!(deviation > 0)) return {observations, meanDifference, statistic: null, degrees, pValue: null};
  const statistic = (Math.sqrt(observations) * meanDifference) / deviation;
  return {observations, meanDifference, statistic, degrees, pValue: studentTTail(statistic, degrees)};
}
