import {permutation, randomOf} from "../numerics/random.js";

/** Fold of each row, 0 .. folds - 1, with events spread evenly over the folds (stratified). */
export function stratifiedFolds(outcomes: Uint8Array, folds: number, seed: number): Uint8Array {
  const order = permutation(outcomes.length, randomOf(seed));
  const fold = new Uint8Array(outcomes.length);
  for (const outcome of [0, 1]) {
    let next = 0;
    for (const row of order) if (outcomes[row] === outcome) fold[row] = next++ % folds;
  }
  return fold;
}
