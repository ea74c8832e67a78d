import {choleskyFactor, choleskyInverseDiagonal} from "./cholesky.js";
import {logisticLikelihood, type LogisticRows} from "./logisticLikelihood.js";
import {climb, spreadOf, type Summit} from "./logisticMaximum.js";
import {interceptOnly, sampledStart} from "./logisticStart.js";
import {normalCdf} from "./normal.js";
import type {Sign} from "./signedStep.js";

export {logistic, logOdds} from "./logisticFunction.js";
export type {Sign} from "./signedStep.js";

export interface LogisticFit {
  readonly intercept: number;
  /** One for each feature, in the order given. */
  readonly coefficients: readonly number[];
  /** Of the intercept and then of each coefficient; from the inverse of the (penalised) information. 0 for a coefficient that its sign holds at zero. */
  readonly standardErrors: readonly number[];
  /** Of the intercept and then of each coefficient: Wald's test of zero, two-sided, by the normal law. 1 for a coefficient that its sign holds at zero. */
  readonly pValues: readonly number[];
  /** Without the penalty. */
  readonly logLikelihood: number;
  readonly iterations: number;
}

export interface LogisticOptions {
  /** Ridge penalty: half of it times the sum of squared coefficients is taken from the log-likelihood. The intercept is free. */
  readonly ridge?: number;
  readonly maxIterations?: number;
  /** The fit ends when a Newton step is shorter than this, in standard errors. */
  readonly tolerance?: number;
  /** A fit to start from, of the same features in the same order: fewer steps where it is near, the same end. */
  readonly start?: Pick<LogisticFit, "intercept" | "coefficients">;
  /** How much each row counts, zero or more; 1 when absent. Standard errors take a weight for so many rows. */
  readonly weights?: Float64Array;
  /** For each feature what its coefficient may be: -1 not above zero, 0 anything, 1 not below zero. The fit is the exact maximum under these signs. */
  readonly signs?: readonly Sign[];
}

/** Up to so many values the information is computed at every step. */
const SMALL = 1_000_000;

/**
 * Logistic regression of 0/1 `outcomes` on `features` (one Float64Array each, no NaN), by Newton's method with step halving (iteratively
 * reweighted least squares). Large samples start from every k-th row and compute the information once, near the end; the result is the same
 * to 1e-9, and so it is for rows in another order.
 *
 * Throws when lengths differ, when all outcomes are equal, when features are linearly dependent and no ridge is given, or when the fit does
 * not converge (complete separation).
 */
export function fitLogistic(
  features: readonly Float64Array[],
  outcomes: Uint8Array,
  {ridge = 0, maxIterations = 50, tolerance = 1e-10, start, weights, signs}: LogisticOptions = {}
): LogisticFit {
  const rows: LogisticRows = {features, outcomes, weights};
  requireRows(rows);
  if (signs !== undefined && signs.length !== features.length) {
    throw new RangeError(`${signs.length} signs for ${features.length} features`);
  }
  const allSigns: Sign[] = [0, ...(signs ?? features.map((): Sign => 0))];
  const given = start === undefined ? null : kept(Float64Array.of(start.intercept, ...start.coefficients), allSigns);
  const sampled = sampledStart(rows, ridge, allSigns, given);
  const summit = climb(
    {
      likelihood: logisticLikelihood(rows, ridge),
      signs: allSigns,
      spreads: Float64Array.of(1, ...features.map(spreadOf)),
      maxIterations,
      tolerance,
      alwaysExact: outcomes.length * allSigns.length < SMALL
    },
    sampled?.beta ?? given ?? interceptOnly(rows),
    sampled?.model ?? null
  );
  return fitOf(summit, allSigns, ridge);
}

function requireRows({features, outcomes, weights}: LogisticRows): void {
  const rows = outcomes.length;
  for (const feature of features) {
    if (feature.length !== rows) throw new RangeError(`a feature has ${feature.length} rows, the outcomes ${rows}`);
  }
  if (weights !== undefined && weights.length !== rows) {
    throw new RangeError(`${weights.length} weights for ${rows} outcomes`);
  }
  let [events, counting] = [0, 0];
  for (let row = 0; row < rows; row++) {
    const weight = weights === undefined ? 1 : weights[row]!;
    if (!(weight >= 0 && weight < Infinity)) throw new RangeError(`a weight must be zero or more; got ${weight}`);
    if (weight === 0) continue;
    counting++;
    if (outcomes[row] === 1) events++;
  }
  if (events === 0 || events === counting) {
    throw new RangeError(`${events} events in ${counting} rows: nothing to separate`);
  }
}

/** With zero for what has the wrong sign. */
function kept(beta: Float64Array, signs: readonly Sign[]): Float64Array {
  return beta.map((value, j) => (signs[j]! * value < 0 ? 0 : value));
}

function fitOf({beta, information, value, iterations}: Summit, signs: readonly Sign[], ridge: number): LogisticFit {
  const size = beta.length;
  const free = signs.flatMap((sign, j) => (sign !== 0 && beta[j] === 0 ? [] : [j]));
  const matrix = Float64Array.from(
    free.flatMap((j) => free.map((k) => information[Math.max(j, k) * size + Math.min(j, k)]!))
  );
  choleskyFactor(matrix, free.length);
  const variances = choleskyInverseDiagonal(matrix, free.length);
  const errors = new Float64Array(size);
  free.forEach((j, index) => (errors[j] = Math.sqrt(variances[index]!)));
  const penalty = beta.subarray(1).reduce((total, coefficient) => total + (ridge / 2) * coefficient * coefficient, 0);
  return {
    intercept: beta[0]!,
    coefficients: [...beta.subarray(1)],
    standardErrors: [...errors],
    pValues: [...beta].map((value, j) => (errors[j] === 0 ? 1 : 2 * normalCdf(-Math.abs(value / errors[j]!)))),
    logLikelihood: value + penalty,
    iterations
  };
}
