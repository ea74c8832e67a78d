import type {Likelihood} from "./logisticLikelihood.js";
import {dot, learnCurvature} from "./quadraticModel.js";
import {signedStep, type Sign} from "./signedStep.js";

/** A step that is this small, in standard errors, is left to one exact information. */
const NEAR = 1e-4;
/** Coefficients that move by less, in standard errors, leave the information of a large sample what it is. */
const SAME = 1e-4;
/** Below it a step that does not shorten any more is rounding. */
const ROUNDING = 1e-6;
/** The furthest that log odds may still move, in any feature's own spread, at the end: what separates moves on for ever. */
const STILL = 1e-6;

export interface Climb {
  readonly likelihood: Likelihood;
  readonly signs: readonly Sign[];
  /** Root of the mean square of each feature, 1 for the intercept. */
  readonly spreads: Float64Array;
  readonly maxIterations: number;
  /** It ends when a Newton step is shorter than this, in standard errors. */
  readonly tolerance: number;
  /** Whether to compute the information at every step, or to keep a model of it as long as this leads on. */
  readonly alwaysExact: boolean;
}

export interface Place {
  readonly beta: Float64Array;
  readonly gradient: Float64Array;
  /** Penalised log-likelihood. */
  readonly value: number;
}

export interface Summit extends Place {
  /** Lower triangle, at `beta`, or where it is not computed at every step within 1e-4 standard errors of it. */
  readonly information: Float64Array;
  readonly iterations: number;
}

/**
 * The maximum of a penalised log-likelihood, by Newton's method with step halving, from `start`.
 *
 * `model` is the lower triangle of the information there, or something like it; null has it computed. Where the information is not computed
 * at every step, the model learns from gradients, is replaced when it leads on slowly, and is computed once near the end. Throws when it
 * does not converge.
 */
export function climb(how: Climb, start: Float64Array, model: Float64Array | null): Summit {
  const {likelihood, signs, maxIterations, tolerance, alwaysExact} = how;
  const size = start.length;
  const information = model ?? new Float64Array(size * size);
  const gradient = new Float64Array(size);
  let place: Place = {beta: start, gradient, value: likelihood(start, gradient, model === null ? information : null)};
  let isExact = model === null;
  let movedSince = 0;
  let before = Infinity;
  for (let iteration = 1; iteration <= maxIterations; iteration++) {
    const step = signedStep({lower: information, ...place}, signs);
    const length = Math.sqrt(Math.max(0, dot(place.gradient, step)));
    const isSlow = length > before / 2;
    const isDone = length < tolerance || (isSlow && isExact && length < ROUNDING);
    if (isDone && furthest(step, how.spreads) < STILL) {
      if (isExact && movedSince < SAME) return {...place, information, iterations: iteration};
      likelihood(place.beta, place.gradient, information);
      [isExact, movedSince] = [true, 0];
      continue;
    }
    const exact = alwaysExact || isSlow || (!isExact && length < NEAR);
    const next = halved(likelihood, place, step, exact ? information : null);
    if (next === null) {
      if (isExact && movedSince === 0) break;
      likelihood(place.beta, place.gradient, information);
      [isExact, movedSince, before] = [true, 0, Infinity];
      continue;
    }
    if (exact) [isExact, movedSince] = [true, 0];
    else if (isExact && length < NEAR) movedSince += length;
    else {
      learnCurvature(information, size, difference(next.beta, place.beta), difference(place.gradient, next.gradient));
      isExact = false;
    }
    before = length;
    place = next;
  }
  throw new RangeError(`logistic fit did not converge in ${maxIterations} iterations; are the outcomes separable?`);
}

/** The longest of the steps 1, 1/2, 1/4, ... that does not lower the likelihood; null where none is found. */
function halved(likelihood: Likelihood, place: Place, step: Float64Array, information: Float64Array | null) {
  for (let share = 1; share > 1e-6; share /= 2) {
    const beta = place.beta.map((value, j) => value + share * step[j]!);
    const gradient = new Float64Array(beta.length);
    const value = likelihood(beta, gradient, information);
    if (value >= place.value - 1e-9 * Math.abs(place.value)) return {beta, gradient, value};
  }
  return null;
}

function furthest(step: Float64Array, spreads: Float64Array): number {
  return step.reduce((most, move, j) => Math.max(most, Math.abs(move) * spreads[j]!), 0);
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, j) => value - b[j]!);
}

/** Root of the mean square: how far log odds go with a coefficient. */
export function spreadOf(feature: Float64Array): number {
  let total = 0;
  for (let row = 0; row < feature.length; row++) total += feature[row]! * feature[row]!;
  return Math.sqrt(total / feature.length);
}
