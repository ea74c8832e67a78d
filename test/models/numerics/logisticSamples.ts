import {expect} from "vitest";
import {choleskyFactor, choleskyInverseDiagonal} from "#models/numerics/cholesky.js";
import {logistic, logOdds, type LogisticFit} from "#models/numerics/logistic.js";
import {randomOf} from "#models/numerics/random.js";

/** Correlated features, and outcomes of a logistic law of them. */
export function sample(seed: number, rows: number, count: number) {
  const random = randomOf(seed);
  const shared = Float64Array.from({length: rows}, () => random() - 0.5);
  const features = Array.from({length: count}, () => shared.map((value) => value + 2 * (random() - 0.5)));
  const coefficients = features.map(() => 1.2 * (random() - 0.5));
  const odds = logOdds(features, -1.5, coefficients, rows);
  return {features, outcomes: Uint8Array.from(odds, (value) => (random() < logistic(value) ? 1 : 0))};
}

/** Of the penalised log-likelihood, intercept first. */
export function gradientOf(
  features: readonly Float64Array[],
  outcomes: Uint8Array,
  {intercept, coefficients}: LogisticFit,
  ridge: number
): number[] {
  const residuals = logOdds(features, intercept, coefficients, outcomes.length).map(
    (v, i) => outcomes[i]! - logistic(v)
  );
  const slopes = features.map((feature, j) => {
    return residuals.reduce((total, value, row) => total + value * feature[row]!, 0) - ridge * coefficients[j]!;
  });
  return [residuals.reduce((total, value) => total + value, 0), ...slopes];
}

/** From the information at the coefficients, summed row by row. */
export function exactErrors(features: readonly Float64Array[], {intercept, coefficients}: LogisticFit): number[] {
  const rows = features[0]!.length;
  const columns = [new Float64Array(rows).fill(1), ...features];
  const weights = logOdds(features, intercept, coefficients, rows).map((v) => logistic(v) * logistic(-v));
  const size = columns.length;
  const information = new Float64Array(size * size);
  columns.forEach((a, j) =>
    columns.slice(0, j + 1).forEach((b, k) => {
      information[j * size + k] = weights.reduce((total, weight, row) => total + weight * a[row]! * b[row]!, 0);
    })
  );
  choleskyFactor(information, size);
  return [...choleskyInverseDiagonal(information, size)].map(Math.sqrt);
}

export function expectSameFit(a: LogisticFit, b: LogisticFit, digits: number): void {
  expect(a.intercept).toBeCloseTo(b.intercept, digits);
  a.coefficients.forEach((value, j) => expect(value).toBeCloseTo(b.coefficients[j]!, digits));
  a.standardErrors.forEach((value, j) => expect(value).toBeCloseTo(b.standardErrors[j]!, digits - 2));
}
