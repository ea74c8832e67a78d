import {chiSquaredTail} from "../numerics/chiSquared.js";
import {fitLogistic, logistic} from "../numerics/logistic.js";
import {normalQuantile} from "../numerics/normal.js";
import {logLoss} from "./logLoss.js";

export interface Coefficient {
  readonly estimate: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
}

/** log odds of default = intercept + slope x log odds of the PD. Calibrated PDs have 0 and 1. */
export interface CalibrationLine {
  readonly intercept: Coefficient;
  /** Below 1: PDs are spread too far; above: not far enough. */
  readonly slope: Coefficient;
  /** Joint tests of intercept 0 and slope 1, two degrees of freedom. */
  readonly likelihoodRatio: {readonly statistic: number; readonly pValue: number};
  readonly wald: {readonly statistic: number; readonly pValue: number};
}

/**
 * Cox's calibration line (1958, Biometrika 45, 562-565) with a joint test, by likelihood ratio and by Wald.
 *
 * Null where the line has no estimate: all PDs alike, or defaulters and others separated by the PD. Throws where a PD is not in (0, 1).
 */
export function calibrationLine(pd: Float64Array, defaulted: Uint8Array, level = 0.95): CalibrationLine | null {
  const odds = pd.map((p) => {
    if (!(p > 0 && p < 1)) throw new RangeError(`a calibration line needs PDs in (0, 1); got ${p}`);
    return Math.log(p / (1 - p));
  });
  if (!overlap(odds, defaulted)) return null;
  const fit = fitLogistic([odds], defaulted, {start: {intercept: 0, coefficients: [1]}});
  const [a, b] = [fit.intercept, fit.coefficients[0]!];
  const {i00, i01, i11} = information(odds, a, b);
  const statistic = Math.max(0, 2 * (fit.logLikelihood + logLoss(pd, defaulted)));
  const wald = a * a * i00 + 2 * a * (b - 1) * i01 + (b - 1) ** 2 * i11;
  const z = normalQuantile(0.5 + level / 2);
  const determinant = i00 * i11 - i01 * i01;
  return {
    intercept: coefficient(a, Math.sqrt(i11 / determinant), z),
    slope: coefficient(b, Math.sqrt(i00 / determinant), z),
    likelihoodRatio: {statistic, pValue: chiSquaredTail(statistic, 2)},
    wald: {statistic: wald, pValue: chiSquaredTail(wald, 2)}
  };
}

/** Does an estimate exist (Albert and Anderson 1984, Biometrika 71, 1-10)? With one covariate: the ranges of the classes overlap. */
function overlap(odds: Float64Array, defaulted: Uint8Array): boolean {
  const [low, high] = [
    [Infinity, Infinity],
    [-Infinity, -Infinity]
  ];
  for (let row = 0; row < odds.length; row++) {
    const flag = defaulted[row]!;
    low[flag] = Math.min(low[flag]!, odds[row]!);
    high[flag] = Math.max(high[flag]!, odds[row]!);
  }
  return low[0]! < high[1]! && low[1]! < high[0]!;
}

/** Fisher's information about intercept and slope. */
function information(odds: Float64Array, a: number, b: number) {
  let [i00, i01, i11] = [0, 0, 0];
  for (let row = 0; row < odds.length; row++) {
    const x = odds[row]!;
    const p = logistic(a + b * x);
    const weight = p * (1 - p);
    i00 += weight;
    i01 += weight * x;
    i11 += weight * x * x;
  }
  return {i00, i01, i11};
}

function coefficient(estimate: number, standardError: number, z: number): Coefficient {
  return {estimate, standardError, lower: estimate - z * standardError, upper: estimate + z * standardError};
}
