import {logisticLikelihood, type LogisticRows} from "./logisticLikelihood.js";
import {climb} from "./logisticMaximum.js";
import type {Sign} from "./signedStep.js";

/** Below so many values a sample is not worth the while. */
const WORTH = 1_000_000;
const EVENTS_PER_COEFFICIENT = 20;
const USUAL_ROWS = 20_000;

/** Where to start, and the lower triangle of the information there, more or less. */
export interface Start {
  readonly beta: Float64Array;
  readonly model: Float64Array;
}

/**
 * A start from every k-th row: their own fit, or the place given, and their information, scaled up. Null where the rows are few, or where
 * the sample says nothing.
 */
export function sampledStart(
  rows: LogisticRows,
  ridge: number,
  signs: readonly Sign[],
  given: Float64Array | null
): Start | null {
  const every = spacing(rows, signs.length);
  if (every < 4) return null;
  const sample = everyNth(rows, every);
  const scale = total(rows) / total(sample);
  const size = signs.length;
  const likelihood = logisticLikelihood(sample, ridge / scale);
  const information = new Float64Array(size * size);
  if (given !== null) {
    likelihood(given, new Float64Array(size), information);
    return {beta: given, model: information.map((value) => value * scale)};
  }
  const spreads = new Float64Array(size).fill(1);
  const how = {likelihood, signs, spreads, maxIterations: 12, tolerance: 0.01, alwaysExact: true};
  try {
    const found = climb(how, interceptOnly(sample), null);
    return {beta: found.beta, model: found.information.map((value) => value * scale)};
  } catch (error) {
    if (error instanceof RangeError) return null; // the sample is separable or lacks a column that all rows have
    throw error;
  }
}

/** The fit without features. */
export function interceptOnly({features, outcomes, weights}: LogisticRows): Float64Array {
  let [events, others] = [0, 0];
  outcomes.forEach((outcome, row) => {
    const weight = weights === undefined ? 1 : weights[row]!;
    if (outcome === 1) events += weight;
    else others += weight;
  });
  const beta = new Float64Array(features.length + 1);
  beta[0] = Math.log(events / others);
  return beta;
}

function spacing({outcomes}: LogisticRows, size: number): number {
  const rows = outcomes.length;
  if (rows * size < WORTH) return 1;
  const events = outcomes.reduce((sum, outcome) => sum + outcome, 0);
  const rarer = Math.min(events, rows - events) / rows;
  return Math.floor(rows / Math.max(Math.min(USUAL_ROWS, rows / 4), (EVENTS_PER_COEFFICIENT * size) / rarer));
}

function everyNth({features, outcomes, weights}: LogisticRows, every: number): LogisticRows {
  const length = Math.floor(outcomes.length / every);
  const pick = (values: Float64Array) => Float64Array.from({length}, (_, row) => values[row * every]!);
  return {
    features: features.map(pick),
    outcomes: Uint8Array.from({length}, (_, row) => outcomes[row * every]!),
    weights: weights && pick(weights)
  };
}

function total({outcomes, weights}: LogisticRows): number {
  return weights === undefined ? outcomes.length : weights.reduce((sum, weight) => sum + weight, 0);
}
