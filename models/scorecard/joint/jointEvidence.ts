import {logistic} from "../../numerics/logistic.js";
import {signedStep, type Sign} from "../../numerics/signedStep.js";
import type {Candidate} from "../candidate.js";
import {blockOf, effectsOf, type Block} from "./blocks.js";
import {informationOf, sumsByBin} from "./cells.js";

export interface JointOptions {
  /** Penalty: half of it times the squared steps of log odds between neighbouring bins is taken from the log-likelihood. */
  readonly smoothing: number;
  /** Whether business knows which way a feature is safer: its weights may then be scaled, but not turned or bent. */
  readonly hasSign: (feature: string) => boolean;
}

const MOST_STEPS = 50;
const TOLERANCE = 1e-8;

/**
 * The candidates with the weight of evidence that each bin has given the bins of all the others, in place of what it has alone: minus the log odds
 * of default that it adds in one penalised regression on all bins (a generalised additive model of step functions, whose steps are held small
 * as those of P-splines are: Eilers and Marx 1996, Statistical Science 11(2), order one). As alone, what is missing is never counted in favour.
 *
 * Deterministic; rows in another order move it by no more than rounding. Throws a RangeError where the regression does not converge.
 */
export function jointEvidence(
  candidates: readonly Candidate[],
  defaulted: Uint8Array,
  {smoothing, hasSign}: JointOptions
): {readonly intercept: number; readonly weighed: readonly Candidate[]} {
  const blocks = candidates.map((candidate) => blockOf(candidate, hasSign(candidate.feature)));
  const beta = maximum(blocks, defaulted, smoothing);
  let at = 1;
  const weighed = blocks.map((block) => {
    const weights = effectsOf(block, beta, at).map((effect) => -effect + 0);
    at += block.parameters;
    block.candidate.bins.bins.forEach(({kind}, bin) => {
      if (kind === "missing" || kind === "unseen") weights[bin] = Math.min(0, weights[bin]!);
    });
    return {...block.candidate, weights};
  });
  return {intercept: beta[0]!, weighed};
}

/** Newton's method with step halving, under the signs. */
function maximum(blocks: readonly Block[], defaulted: Uint8Array, smoothing: number): Float64Array {
  const signs: Sign[] = [0, ...blocks.flatMap(({parameters, sign}) => Array<Sign>(parameters).fill(sign))];
  const penalties = Float64Array.from(
    [0, ...blocks.flatMap((block) => [...block.penalties])],
    (one) => one * smoothing
  );
  const events = defaulted.reduce((sum, flag) => sum + flag, 0);
  let beta = new Float64Array(signs.length);
  beta[0] = Math.log(events / (defaulted.length - events));
  let here = heightAt(blocks, beta, defaulted, penalties);
  for (let turn = 0; turn < MOST_STEPS; turn++) {
    const {lower, gradient} = slopesAt(blocks, here.odds, beta, defaulted, penalties);
    const step = signedStep({lower, gradient, beta}, signs);
    const gain = step.reduce((sum, value, j) => sum + value * gradient[j]!, 0);
    if (gain < TOLERANCE) return beta;
    let share = 1;
    let next = movedBy(blocks, beta, step, share, defaulted, penalties);
    while (!(next.here.value > here.value) && share > 1e-6) {
      share /= 2;
      next = movedBy(blocks, beta, step, share, defaulted, penalties);
    }
    if (!(next.here.value > here.value)) return beta;
    [beta, here] = [next.beta, next.here];
  }
  throw new RangeError("the weights of all bins together do not converge: raise the smoothing");
}

function movedBy(
  blocks: readonly Block[],
  from: Float64Array,
  step: Float64Array,
  share: number,
  defaulted: Uint8Array,
  penalties: Float64Array
) {
  const beta = from.map((value, j) => value + share * step[j]!);
  return {beta, here: heightAt(blocks, beta, defaulted, penalties)};
}

/** Log odds of each row, and the penalised log-likelihood. */
function heightAt(blocks: readonly Block[], beta: Float64Array, defaulted: Uint8Array, penalties: Float64Array) {
  const odds = new Float64Array(defaulted.length).fill(beta[0]!);
  let at = 1;
  for (const block of blocks) {
    const effects = effectsOf(block, beta, at);
    const {indices} = block.candidate;
    for (let row = 0; row < odds.length; row++) odds[row]! += effects[indices[row]!]!;
    at += block.parameters;
  }
  let value = -penalties.reduce((sum, penalty, j) => sum + penalty * beta[j]! * beta[j]!, 0) / 2;
  for (let row = 0; row < odds.length; row++) {
    const against = defaulted[row] === 1 ? -odds[row]! : odds[row]!;
    value -= against > 0 ? against + Math.log1p(Math.exp(-against)) : Math.log1p(Math.exp(against));
  }
  return {odds, value};
}

function slopesAt(
  blocks: readonly Block[],
  odds: Float64Array,
  beta: Float64Array,
  defaulted: Uint8Array,
  penalties: Float64Array
) {
  const pds = odds.map(logistic);
  const residuals = pds.map((pd, row) => defaulted[row]! - pd);
  const lower = informationOf(
    blocks,
    pds.map((pd) => pd * (1 - pd))
  );
  const gradient = new Float64Array(beta.length);
  gradient[0] = residuals.reduce((sum, residual) => sum + residual, 0);
  let at = 1;
  for (const block of blocks) {
    sumsByBin(block, residuals).forEach((sum, bin) => {
      for (let j = 0; j < block.parameters; j++) gradient[at + j]! += sum * block.basis[bin * block.parameters + j]!;
    });
    at += block.parameters;
  }
  for (let j = 1; j < beta.length; j++) {
    lower[j * beta.length + j]! += penalties[j]!;
    gradient[j]! -= penalties[j]! * beta[j]!;
  }
  return {lower, gradient};
}
