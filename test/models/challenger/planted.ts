import {logistic} from "#models/numerics/logistic.js";
import {randomOf} from "#models/numerics/random.js";
import type {LabelledRows} from "#models/rating/selectRidge.js";

export type Truth = (x: readonly number[]) => number;

export const LINEAR: Truth = ([x0, x1, x2]) => -2.5 + 2 * x0! - 1.5 * x1! + x2!;
export const BENT: Truth = ([x0, x1, x2]) => -3.5 + 4 * x0! * x0! + 3 * x1! * x2!;

/** Obligors of two rows each with `width` uniform features, of which a share is missing, and default by a known log odds. */
export function planted(seed: number, count: number, truth: Truth, {width = 6, missing = 0.05} = {}): LabelledRows {
  const random = randomOf(seed);
  const columns = Array.from({length: width}, () => new Float64Array(count));
  const defaulted = new Uint8Array(count);
  for (let row = 0; row < count; row++) {
    const drawn = columns.map((column) => (column[row] = random() * 2 - 1));
    defaulted[row] = random() < logistic(truth(drawn)) ? 1 : 0;
    for (const column of columns) if (random() < missing) column[row] = NaN;
  }
  return {
    features: new Map(columns.map((column, index) => [`f${index}`, column])),
    defaulted,
    groups: Uint32Array.from({length: count}, (_, row) => row >> 1)
  };
}
