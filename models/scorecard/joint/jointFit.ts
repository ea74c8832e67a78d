import {byBin} from "../../binning/binIndices.js";
import {choleskyInverseDiagonal} from "../../numerics/cholesky.js";
import {logOdds} from "../../numerics/logistic.js";
import {normalCdf} from "../../numerics/normal.js";
import type {Candidate} from "../candidate.js";
import {tested} from "../scoreTest.js";
import type {WoeFit} from "../woeFit.js";
import {jointEvidence, type JointOptions} from "./jointEvidence.js";

/**
 * A fit on joint evidence, whose coefficients are all -1: the evidence was weighed together already, and another regression would undo
 * its smoothing. The errors are those of a multiple of each feature's evidence beside the others'; a feature without any has the significance 1.
 */
export function jointFit(candidates: readonly Candidate[], defaulted: Uint8Array, options: JointOptions): WoeFit {
  const {intercept, weighed: features} = jointEvidence(candidates, defaulted, options);
  const columns = features.map(({weights, indices}) => byBin([...weights], indices));
  const coefficients = features.map(() => -1);
  const standardErrors = errorsOf(columns, defaulted, intercept);
  const significances = coefficients.map((one, at) => 2 * normalCdf(-Math.abs(one / standardErrors[at + 1]!)));
  return {
    intercept,
    coefficients,
    standardErrors,
    pValues: [2 * normalCdf(-Math.abs(intercept / standardErrors[0]!)), ...significances],
    logLikelihood: logLikelihood(logOdds(columns, intercept, coefficients, defaulted.length), defaulted),
    iterations: 0,
    features,
    columns,
    significances
  };
}

/** Of the intercept and each column; infinite for one that is zero throughout. */
function errorsOf(columns: readonly Float64Array[], defaulted: Uint8Array, intercept: number): number[] {
  const telling = columns.flatMap((column, at) => (column.some((value) => value !== 0) ? [at] : []));
  const told = telling.map((at) => columns[at]!);
  const fit = {intercept, coefficients: told.map(() => -1)};
  // Evidence of which one is a sum of others has no error of its own: a trace of a penalty lets it have a large one.
  const {factor, size} = tested(told, defaulted, fit, 1e-6);
  const variances = choleskyInverseDiagonal(factor, size);
  const errors = [Math.sqrt(variances[0]!), ...columns.map(() => Infinity)];
  telling.forEach((at, place) => (errors[at + 1] = Math.sqrt(variances[place + 1]!)));
  return errors;
}

function logLikelihood(odds: Float64Array, defaulted: Uint8Array): number {
  return odds.reduce((sum, value, row) => {
    const against = defaulted[row] === 1 ? -value : value;
    return sum - (against > 0 ? against + Math.log1p(Math.exp(-against)) : Math.log1p(Math.exp(against)));
  }, 0);
}
