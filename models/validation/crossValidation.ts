import {permutation, randomOf} from "../numerics/random.js";

/**
 * Fold of each row, 0 .. folds - 1: all rows of a group share one, and groups with an event are spread
 * evenly over the folds. `groups` are codes from 0; the folds depend on the codes and the seed alone.
 */
export function groupedFolds(groups: Uint32Array, outcomes: Uint8Array, folds: number, seed: number): Uint8Array {
  const count = groups.reduce((most, group) => Math.max(most, group + 1), 0);
  const hasEvent = new Uint8Array(count);
  groups.forEach((group, row) => (hasEvent[group]! |= outcomes[row]!));
  const foldOf = new Uint8Array(count);
  const order = permutation(count, randomOf(seed));
  for (const kind of [0, 1]) {
    let next = 0;
    for (const group of order) if (hasEvent[group] === kind) foldOf[group] = next++ % folds;
  }
  return Uint8Array.from(groups, (group) => foldOf[group]!);
}
