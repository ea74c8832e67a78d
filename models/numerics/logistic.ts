import {choleskyFactor, choleskyInverseDiagonal, choleskySolve} from "./cholesky.js";

export interface LogisticFit {
  readonly intercept: number;
  /** One for each feature, in the order given. */
  readonly coefficients: readonly number[];
  /** Of the intercept and then of each coefficient; from the inverse of the (penalised) information. */
  readonly standardErrors: readonly number[];
  readonly logLikelihood: number;
  readonly iterations: number;
}

export interface LogisticOptions {
  /** Ridge penalty: half of it times the sum of squared coefficients is taken from the log-likelihood. The intercept is free. */
  readonly ridge?: number;
  readonly maxIterations?: number;
  /** Newton stops when no coefficient moves by more than this. */
  readonly tolerance?: number;
  /** A fit to start from, of the same features in the same order: fewer steps where it is near, the same end. */
  readonly start?: Pick<LogisticFit, "intercept" | "coefficients">;
}

/**
 * Logistic regression of 0/1 `outcomes` on `features` (one Float64Array each, no NaN), by Newton's
 * method with step halving (iteratively reweighted least squares).
 *
 * Throws when lengths differ, when all outcomes are equal, when features are linearly dependent and
 * no ridge is given, or when the fit does not converge (complete separation).
 */
export function fitLogistic(
  features: readonly Float64Array[],
  outcomes: Uint8Array,
  {ridge = 0, maxIterations = 50, tolerance = 1e-10, start}: LogisticOptions = {}
): LogisticFit {
  const rows = outcomes.length;
  for (const feature of features) {
    if (feature.length !== rows) throw new RangeError(`a feature has ${feature.length} rows, the outcomes ${rows}`);
  }
  const events = outcomes.reduce((total, outcome) => total + outcome, 0);
  if (events === 0 || events === rows) throw new RangeError(`${events} events in ${rows} rows: nothing to separate`);

  const size = features.length + 1;
  const beta = new Float64Array(size);
  if (start === undefined) beta[0] = Math.log(events / (rows - events));
  else beta.set([start.intercept, ...start.coefficients]);
  const information = new Float64Array(size * size);
  const gradient = new Float64Array(size);
  let likelihood = penalised(features, outcomes, beta, ridge);
  for (let iteration = 1; iteration <= maxIterations; iteration++) {
    accumulate(features, outcomes, beta, ridge, information, gradient);
    choleskyFactor(information, size);
    choleskySolve(information, size, gradient);
    const next = halved(features, outcomes, beta, gradient, ridge, likelihood);
    const moved = largest(gradient) * next.step;
    beta.set(next.beta);
    likelihood = next.likelihood;
    if (moved < tolerance) return summary(features, outcomes, beta, ridge, iteration);
  }
  throw new RangeError(`logistic fit did not converge in ${maxIterations} iterations; are the outcomes separable?`);
}

/** Linear predictor of each of `rows` rows: the log odds of the event. */
export function logOdds(
  features: readonly Float64Array[],
  intercept: number,
  coefficients: readonly number[],
  rows: number
): Float64Array {
  const out = new Float64Array(rows).fill(intercept);
  features.forEach((feature, index) => {
    const coefficient = coefficients[index]!;
    for (let row = 0; row < rows; row++) out[row]! += coefficient * feature[row]!;
  });
  return out;
}

/** 1 / (1 + e^-x), without overflow. */
export function logistic(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const power = Math.exp(x);
  return power / (1 + power);
}

function summary(
  features: readonly Float64Array[],
  outcomes: Uint8Array,
  beta: Float64Array,
  ridge: number,
  iterations: number
): LogisticFit {
  const size = beta.length;
  const information = new Float64Array(size * size);
  accumulate(features, outcomes, beta, ridge, information, new Float64Array(size));
  choleskyFactor(information, size);
  return {
    intercept: beta[0]!,
    coefficients: [...beta.subarray(1)],
    standardErrors: [...choleskyInverseDiagonal(information, size)].map(Math.sqrt),
    logLikelihood: penalised(features, outcomes, beta, 0),
    iterations
  };
}

function accumulate(
  features: readonly Float64Array[],
  outcomes: Uint8Array,
  beta: Float64Array,
  ridge: number,
  information: Float64Array,
  gradient: Float64Array
): void {
  const size = beta.length;
  information.fill(0);
  gradient.fill(0);
  const row = new Float64Array(size);
  row[0] = 1;
  for (let i = 0; i < outcomes.length; i++) {
    let eta = beta[0]!;
    for (let j = 1; j < size; j++) eta += beta[j]! * (row[j] = features[j - 1]![i]!);
    const mean = logistic(eta);
    const residual = outcomes[i]! - mean;
    const weight = mean * (1 - mean);
    for (let j = 0; j < size; j++) {
      gradient[j]! += residual * row[j]!;
      const weighted = weight * row[j]!;
      const offset = j * size;
      for (let k = 0; k <= j; k++) information[offset + k]! += weighted * row[k]!;
    }
  }
  for (let j = 1; j < size; j++) {
    gradient[j]! -= ridge * beta[j]!;
    information[j * size + j]! += ridge;
  }
}

/** The longest of the steps 1, 1/2, 1/4, ... along `direction` that does not lower the likelihood. */
function halved(
  features: readonly Float64Array[],
  outcomes: Uint8Array,
  beta: Float64Array,
  direction: Float64Array,
  ridge: number,
  current: number
) {
  for (let step = 1; step > 1e-6; step /= 2) {
    const candidate = beta.map((value, j) => value + step * direction[j]!);
    const likelihood = penalised(features, outcomes, candidate, ridge);
    if (likelihood >= current - 1e-9 * Math.abs(current)) return {beta: candidate, likelihood, step};
  }
  return {beta: beta.slice(), likelihood: current, step: 0};
}

function penalised(features: readonly Float64Array[], outcomes: Uint8Array, beta: Float64Array, ridge: number): number {
  let total = 0;
  for (let i = 0; i < outcomes.length; i++) {
    let eta = beta[0]!;
    for (let j = 1; j < beta.length; j++) eta += beta[j]! * features[j - 1]![i]!;
    const signed = outcomes[i] === 1 ? eta : -eta;
    total -= signed > 0 ? Math.log1p(Math.exp(-signed)) : Math.log1p(Math.exp(signed)) - signed;
  }
  let squares = 0;
  for (let j = 1; j < beta.length; j++) squares += beta[j]! * beta[j]!;
  return total - (ridge / 2) * squares;
}

function largest(vector: Float64Array): number {
  return vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
