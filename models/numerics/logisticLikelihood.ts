import {addColumns, addProducts, scaleColumn} from "./columnBlocks.js";
import {addGram, paddedColumns} from "./gram.js";

/** Rows that are worked on together: their columns stay in the processor's cache, and a product of so many numbers of at most 2 is no infinity. */
const BLOCK = 512;

/** Rows with their outcomes, and how much each counts (1 without weights). */
export interface LogisticRows {
  readonly features: readonly Float64Array[];
  readonly outcomes: Uint8Array;
  readonly weights?: Float64Array | undefined;
}

/** The penalised log-likelihood at `beta` (intercept first); fills its gradient and, where given, the lower triangle of the information (minus its second derivative). */
export type Likelihood = (beta: Float64Array, gradient: Float64Array, information: Float64Array | null) => number;

/**
 * The log-likelihood of a logistic regression less half the ridge times the sum of squared coefficients, as a function of the coefficients.
 *
 * Each call reads every row once, block by block; the buffers are its own, so that nothing is allocated.
 */
export function logisticLikelihood(rows: LogisticRows, ridge: number): Likelihood {
  const {features, outcomes, weights} = rows;
  const size = features.length + 1;
  const padded = paddedColumns(size);
  const gram = new Float64Array(padded * padded);
  const z = new Float64Array(padded * BLOCK);
  const block = {
    odds: new Float64Array(BLOCK),
    residual: new Float64Array(BLOCK),
    root: new Float64Array(BLOCK)
  };
  return (beta, gradient, information) => {
    gradient.fill(0);
    gram.fill(0);
    let total = 0;
    for (let from = 0; from < outcomes.length; from += BLOCK) {
      const count = Math.min(BLOCK, outcomes.length - from);
      block.odds.fill(beta[0]!);
      addColumns(block.odds, features, beta.subarray(1), from, count);
      total +=
        weights === undefined
          ? settle(block, outcomes, from, count)
          : settleWeighted(block, outcomes, weights, from, count);
      gradient[0]! += sumOf(block.residual, count);
      addProducts(gradient.subarray(1), features, block.residual, from, count);
      if (information === null) continue;
      z.set(block.root);
      features.forEach((feature, index) => scaleColumn(z, (index + 1) * BLOCK, feature, block.root, from, count));
      addGram(z, padded, BLOCK, count, gram);
    }
    if (information !== null) unpadded(gram, padded, information, size);
    for (let j = 1; j < size; j++) {
      total -= (ridge / 2) * beta[j]! * beta[j]!;
      gradient[j]! -= ridge * beta[j]!;
      if (information !== null) information[j * size + j]! += ridge;
    }
    return total;
  };
}

interface Block {
  readonly odds: Float64Array;
  readonly residual: Float64Array;
  /** Root of the weight p (1 - p) that the row has in the information. */
  readonly root: Float64Array;
}

/** Residuals and weights of a block; gives its log-likelihood. One logarithm, of the product of all 1 + e^-|log odds|. */
function settle({odds, residual, root}: Block, outcomes: Uint8Array, from: number, count: number): number {
  let total = 0;
  let factors = 1;
  for (let row = 0; row < count; row++) {
    const at = odds[row]!;
    const power = Math.exp(at > 0 ? -at : at);
    const share = 1 / (1 + power);
    const isEvent = outcomes[from + row] === 1;
    residual[row] = isEvent === at > 0 ? (isEvent ? power * share : -power * share) : isEvent ? share : -share;
    root[row] = Math.sqrt(power) * share;
    if (isEvent !== at > 0) total -= at > 0 ? at : -at;
    factors *= 1 + power;
  }
  return total - Math.log(factors);
}

function settleWeighted(
  block: Block,
  outcomes: Uint8Array,
  weights: Float64Array,
  from: number,
  count: number
): number {
  const {odds, residual, root} = block;
  settle(block, outcomes, from, count);
  let total = 0;
  for (let row = 0; row < count; row++) {
    const weight = weights[from + row]!;
    const against = outcomes[from + row] === 1 ? -odds[row]! : odds[row]!;
    total -= weight * (Math.log1p(Math.exp(-Math.abs(against))) + Math.max(0, against));
    residual[row]! *= weight;
    root[row]! *= Math.sqrt(weight);
  }
  return total;
}

function sumOf(values: Float64Array, count: number): number {
  let total = 0;
  for (let row = 0; row < count; row++) total += values[row]!;
  return total;
}

function unpadded(gram: Float64Array, padded: number, out: Float64Array, size: number): void {
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) out[row * size + column] = gram[row * padded + column]!;
  }
}
