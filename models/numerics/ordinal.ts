import {choleskyFactor, choleskyInverseDiagonal} from "./cholesky.js";
import {climb, spreadOf, type Summit} from "./logisticMaximum.js";
import {normalCdf} from "./normal.js";
import {ordinalLikelihood} from "./ordinalLikelihood.js";
import {logistic} from "./logisticFunction.js";
import type {Sign} from "./signedStep.js";

/** Proportional odds: log odds of a class above k are x'coefficients - thresholds[k]. */
export interface OrdinalFit {
  /** Rising; one less than there are classes. */
  readonly thresholds: readonly number[];
  /** One for each feature, in the order given: positive moves to higher classes. */
  readonly coefficients: readonly number[];
  /** Of the thresholds and then of the coefficients; from the inverse of the (penalised) information. */
  readonly standardErrors: readonly number[];
  /** Of the coefficients: Wald's test of zero, two-sided, by the normal law. */
  readonly pValues: readonly number[];
  /** Without the penalty. */
  readonly logLikelihood: number;
  readonly iterations: number;
}

export interface OrdinalOptions {
  /** Ridge penalty: half of it times the sum of squared coefficients is taken from the log-likelihood. The thresholds are free. */
  readonly ridge?: number;
  readonly maxIterations?: number;
  /** The fit ends when a Newton step is shorter than this, in standard errors. */
  readonly tolerance?: number;
}

/**
 * Ordinal logistic regression with proportional odds (McCullagh 1980) of `classes`, numbered 0, 1, ... in their order, on `features` (one
 * Float64Array each, no NaN), by Newton's method with step halving. With two classes it is `fitLogistic`, the threshold minus the intercept.
 *
 * Throws when lengths differ, when a class has no rows, when features are linearly dependent and no ridge is given, or when the fit does not
 * converge (complete separation).
 */
export function fitOrdinal(
  features: readonly Float64Array[],
  classes: Uint8Array,
  {ridge = 0, maxIterations = 50, tolerance = 1e-10}: OrdinalOptions = {}
): OrdinalFit {
  const thresholds = startOf(features, classes);
  const cuts = thresholds.length;
  const summit = climb(
    {
      likelihood: ordinalLikelihood(features, classes, cuts, ridge),
      signs: Array.from({length: cuts + features.length}, (): Sign => 0),
      spreads: Float64Array.from([...thresholds.map(() => 1), ...features.map(spreadOf)]),
      maxIterations,
      tolerance,
      alwaysExact: true
    },
    Float64Array.from([...thresholds, ...features.map(() => 0)]),
    null
  );
  return fitOf(summit, cuts, ridge);
}

/** Probability of each class (rows of `thresholds.length + 1` numbers, one after the other), given the fit. */
export function classProbabilities(
  {thresholds, coefficients}: Pick<OrdinalFit, "thresholds" | "coefficients">,
  features: readonly Float64Array[],
  rows: number
): Float64Array {
  const count = thresholds.length + 1;
  const out = new Float64Array(rows * count);
  for (let row = 0; row < rows; row++) {
    let odds = 0;
    for (let j = 0; j < features.length; j++) odds += coefficients[j]! * features[j]![row]!;
    let below = 0;
    for (let k = 0; k < count; k++) {
      const upTo = k < thresholds.length ? logistic(thresholds[k]! - odds) : 1;
      out[row * count + k] = upTo - below;
      below = upTo;
    }
  }
  return out;
}

/** The thresholds without features: log odds of the running shares. */
function startOf(features: readonly Float64Array[], classes: Uint8Array): Float64Array {
  const rows = classes.length;
  for (const feature of features) {
    if (feature.length !== rows) throw new RangeError(`a feature has ${feature.length} rows, the classes ${rows}`);
  }
  const counts = new Float64Array(classes.reduce((most, label) => Math.max(most, label), 0) + 1);
  for (const label of classes) counts[label]!++;
  const empty = counts.indexOf(0);
  if (empty !== -1) throw new RangeError(`class ${empty} has no rows`);
  if (counts.length < 2) throw new RangeError(`all ${rows} rows are of one class: nothing to separate`);
  let below = 0;
  return counts.slice(0, -1).map((count) => {
    below += count;
    return Math.log(below / (rows - below));
  });
}

function fitOf({beta, information, value, iterations}: Summit, cuts: number, ridge: number): OrdinalFit {
  choleskyFactor(information, beta.length);
  const errors = choleskyInverseDiagonal(information, beta.length).map(Math.sqrt);
  const coefficients = [...beta.subarray(cuts)];
  return {
    thresholds: [...beta.subarray(0, cuts)],
    coefficients,
    standardErrors: [...errors],
    pValues: coefficients.map((coefficient, j) => 2 * normalCdf(-Math.abs(coefficient / errors[cuts + j]!))),
    logLikelihood: value + coefficients.reduce((total, coefficient) => total + (ridge / 2) * coefficient ** 2, 0),
    iterations
  };
}
