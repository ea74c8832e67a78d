import {choleskyFactor, choleskySolve} from "../numerics/cholesky.js";
import {logistic, logOdds, type LogisticFit} from "../numerics/logistic.js";
import {normalCdf} from "../numerics/normal.js";
import type {Candidate} from "./candidate.js";

/** What a feature would add to a fit. */
export interface ScoreTest {
  /** Rao's statistic; chi-squared with one degree of freedom where it adds nothing. */
  readonly statistic: number;
  readonly pValue: number;
  /** One Newton step of its coefficient from zero: below zero where it would count for its evidence. */
  readonly coefficient: number;
}

/** A fit, ready to be asked what a feature would add. */
export interface Tested {
  /** Of outcomes from the PDs of the fit. */
  readonly residuals: Float64Array;
  /** By row: the weight pd (1 - pd), then times each feature of the fit. */
  readonly weighted: Float64Array;
  /** Cholesky factor of the fit's information. */
  readonly factor: Float64Array;
  /** Intercept and features. */
  readonly size: number;
}

/** Takes the residuals and weights of a fit on columns. */
export function tested(
  columns: readonly Float64Array[],
  defaulted: Uint8Array,
  fit: Pick<LogisticFit, "intercept" | "coefficients">,
  ridge: number
): Tested {
  const [rows, size] = [defaulted.length, columns.length + 1];
  const odds = logOdds(columns, fit.intercept, fit.coefficients, rows);
  const residuals = new Float64Array(rows);
  const weighted = new Float64Array(rows * size);
  const factor = new Float64Array(size * size);
  for (let row = 0; row < rows; row++) {
    const pd = logistic(odds[row]!);
    residuals[row] = defaulted[row]! - pd;
    const at = row * size;
    weighted[at] = pd * (1 - pd);
    for (let j = 1; j < size; j++) weighted[at + j] = weighted[at]! * columns[j - 1]![row]!;
    factor[0]! += weighted[at]!;
    for (let j = 1; j < size; j++) {
      const value = columns[j - 1]![row]!;
      for (let k = 0; k <= j; k++) factor[j * size + k]! += value * weighted[at + k]!;
    }
  }
  for (let j = 1; j < size; j++) factor[j * size + j]! += ridge;
  choleskyFactor(factor, size);
  return {residuals, weighted, factor, size};
}

/**
 * Rao's score test of one more feature, without fitting it: U² / V, where U is the slope of the log-likelihood and V its variance given the
 * features of the fit. One pass over the rows, for a feature takes few values: sums by bin, then over bins.
 */
export function scoreTest({residuals, weighted, factor, size}: Tested, {indices, weights}: Candidate): ScoreTest {
  const slopes = new Float64Array(weights.length);
  const sums = new Float64Array(weights.length * size);
  for (let row = 0, from = 0; row < indices.length; row++, from += size) {
    const bin = indices[row]!;
    slopes[bin]! += residuals[row]!;
    for (let j = 0, to = bin * size; j < size; j++, to++) sums[to]! += weighted[from + j]!;
  }
  let [slope, variance] = [0, 0];
  const shared = new Float64Array(size);
  weights.forEach((weight, bin) => {
    slope += weight * slopes[bin]!;
    variance += weight * weight * sums[bin * size]!;
    for (let j = 0; j < size; j++) shared[j]! += weight * sums[bin * size + j]!;
  });
  const explained = shared.slice();
  choleskySolve(factor, size, explained);
  const left = variance - shared.reduce((sum, value, j) => sum + value * explained[j]!, 0);
  if (!(left > 1e-12 * variance)) return {statistic: 0, pValue: 1, coefficient: 0}; // a sum of those in the fit
  const statistic = (slope * slope) / left;
  return {statistic, pValue: 2 * normalCdf(-Math.sqrt(statistic)), coefficient: slope / left};
}
