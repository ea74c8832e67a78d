import {normalCdf, normalQuantile} from "../numerics/normal.js";
import {placements} from "./placements.js";

/** Two models on the same rows. */
export interface AucDifference {
  readonly first: number;
  readonly second: number;
  /** AUC of the first less that of the second. */
  readonly difference: number;
  readonly standardError: number;
  /** Of the two AUCs; null where one of them has no variance. */
  readonly correlation: number | null;
  /** Null where the two differ without variance, or not at all. */
  readonly z: number | null;
  /** Two-sided: 1 where the two rank alike. */
  readonly pValue: number;
  /** One-sided, small where the first is worse. */
  readonly pFirstWorse: number;
}

/**
 * DeLong's test of two correlated AUCs (DeLong, DeLong and Clarke-Pearson 1988, Biometrics 44), from midranks (Sun and Xu 2014).
 *
 * Both risks are of the same rows; high is risky. Throws on lengths that differ, NaN, and when either class is empty.
 */
export function pairedDeLong(first: Float64Array, second: Float64Array, defaulted: Uint8Array): AucDifference {
  for (const risk of [first, second]) {
    if (risk.length !== defaulted.length)
      throw new RangeError(`${risk.length} risks, but ${defaulted.length} outcomes`);
  }
  const a = placements(first, defaulted);
  const b = placements(second, defaulted);
  const events = moments(a, b, defaulted, 1);
  const others = moments(a, b, defaulted, 0);
  const difference = events.meanA - events.meanB;
  const varianceA = events.varianceA + others.varianceA;
  const varianceB = events.varianceB + others.varianceB;
  const covariance = events.covariance + others.covariance;
  const standardError = Math.sqrt(Math.max(0, events.varianceOfDifference + others.varianceOfDifference));
  const z = standardError > 0 ? difference / standardError : null;
  return {
    first: events.meanA,
    second: events.meanB,
    difference,
    standardError,
    correlation: varianceA > 0 && varianceB > 0 ? covariance / Math.sqrt(varianceA * varianceB) : null,
    z,
    pValue: z === null ? 1 : 2 * normalCdf(-Math.abs(z)),
    pFirstWorse: z === null ? 0.5 : normalCdf(z)
  };
}

/** The least difference of AUC that the two-sided test finds with this power, given the standard error of the difference. */
export function detectableDifference(standardError: number, {level = 0.05, power = 0.8} = {}): number {
  return (normalQuantile(1 - level / 2) + normalQuantile(power)) * standardError;
}

/** Means, and variances of the means, of the placements of one class. */
function moments(a: Float64Array, b: Float64Array, defaulted: Uint8Array, flag: number) {
  let [count, sumA, sumB] = [0, 0, 0];
  for (let row = 0; row < a.length; row++) {
    if (defaulted[row] !== flag) continue;
    count++;
    sumA += a[row]!;
    sumB += b[row]!;
  }
  const [meanA, meanB] = [sumA / count, sumB / count];
  let [aa, bb, ab, dd] = [0, 0, 0, 0];
  for (let row = 0; row < a.length; row++) {
    if (defaulted[row] !== flag) continue;
    const [fromA, fromB] = [a[row]! - meanA, b[row]! - meanB];
    aa += fromA * fromA;
    bb += fromB * fromB;
    ab += fromA * fromB;
    dd += (fromA - fromB) ** 2;
  }
  const scale = count < 2 ? 0 : 1 / (count - 1) / count;
  return {
    meanA,
    meanB,
    varianceA: aa * scale,
    varianceB: bb * scale,
    covariance: ab * scale,
    varianceOfDifference: dd * scale
  };
}
