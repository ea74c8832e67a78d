import {choleskyFactor, choleskySolve} from "./cholesky.js";
import {symmetricProduct} from "./quadraticModel.js";

/** What a coefficient may be: -1 not above zero, 0 anything, 1 not below zero. */
export type Sign = -1 | 0 | 1;

/** The lower triangle of a positive definite matrix, and the gradient at `beta`: beta + d gains g'd - d'Ad/2. */
export interface Quadratic {
  readonly lower: Float64Array;
  readonly gradient: Float64Array;
  readonly beta: Float64Array;
}

/**
 * The step to the best point of a quadratic model whose coefficients keep their signs; Newton's step where all are free.
 *
 * Exact, by the primal active set method (Nocedal and Wright, algorithm 16.3): from `beta`, which must keep the signs, towards the best point of
 * the coefficients that are not held at zero; one that meets zero on the way is held, and one that would gain by leaving zero is released.
 */
export function signedStep({lower, gradient, beta}: Quadratic, signs: readonly Sign[]): Float64Array {
  const size = beta.length;
  const linear = new Float64Array(size);
  symmetricProduct(lower, size, beta, linear);
  for (let j = 0; j < size; j++) linear[j]! += gradient[j]!;
  const held = signs.map((sign, j) => sign !== 0 && beta[j] === 0);
  let point: Float64Array = beta.slice();
  for (let turn = 0; turn < 20 * size * size; turn++) {
    const best = bestOfFree(lower, linear, held);
    const met = firstMet(point, best, signs, held);
    if (met !== null) {
      point = point.map((value, j) => value + met.share * (best[j]! - value));
      held[met.index] = true;
      continue;
    }
    point = best;
    const released = mostGaining(lower, linear, point, signs, held);
    if (released === null) return point.map((value, j) => value - beta[j]!);
    held[released] = false;
  }
  throw new RangeError("the signs of coefficients could not be settled");
}

function bestOfFree(lower: Float64Array, linear: Float64Array, held: readonly boolean[]): Float64Array {
  const size = held.length;
  const free = held.flatMap((isHeld, j) => (isHeld ? [] : [j]));
  const matrix = new Float64Array(free.length * free.length);
  free.forEach((j, row) =>
    free.slice(0, row + 1).forEach((k, column) => (matrix[row * free.length + column] = lower[j * size + k]!))
  );
  const solution = Float64Array.from(free, (j) => linear[j]!);
  choleskyFactor(matrix, free.length);
  choleskySolve(matrix, free.length, solution);
  const best = new Float64Array(size);
  free.forEach((j, row) => (best[j] = solution[row]!));
  return best;
}

/** The coefficient that first crosses zero from `point` to `best`, and after which share of the way. */
function firstMet(point: Float64Array, best: Float64Array, signs: readonly Sign[], held: readonly boolean[]) {
  let met: {index: number; share: number} | null = null;
  signs.forEach((sign, index) => {
    if (held[index]! || sign * best[index]! >= 0) return;
    const share = point[index]! / (point[index]! - best[index]!);
    if (met === null || share < met.share) met = {index, share};
  });
  return met as {index: number; share: number} | null;
}

/** The held coefficient that gains most, in its own standard deviations, by leaving zero; null where none does. */
function mostGaining(
  lower: Float64Array,
  linear: Float64Array,
  point: Float64Array,
  signs: readonly Sign[],
  held: readonly boolean[]
): number | null {
  const size = signs.length;
  const pull = new Float64Array(size);
  symmetricProduct(lower, size, point, pull);
  let most = 0;
  let found: number | null = null;
  signs.forEach((sign, j) => {
    const gain = (sign * (linear[j]! - pull[j]!)) / Math.sqrt(lower[j * size + j]!);
    const rounding = (1e-13 * Math.abs(linear[j]!)) / Math.sqrt(lower[j * size + j]!);
    if (held[j]! && gain > most + rounding) [most, found] = [gain, j];
  });
  return found;
}
