import fc from "fast-check";
import {randomOf} from "#models/numerics/random.js";

/** The twelve rows of the oracles: outcomes, and two risks. */
export const TWELVE = {
  defaulted: Uint8Array.of(0, 0, 1, 0, 1, 1, 0, 0, 1, 0, 0, 1),
  risk: Float64Array.of(0.1, 0.2, 0.7, 0.3, 0.8, 0.6, 0.2, 0.15, 0.9, 0.65, 0.05, 0.3),
  rival: Float64Array.of(0.2, 0.1, 0.4, 0.35, 0.9, 0.3, 0.25, 0.1, 0.6, 0.7, 0.15, 0.5)
};

/** Rows of two risks with many ties, both classes among them. */
export const rows = fc
  .array(fc.tuple(fc.integer({min: 0, max: 9}), fc.integer({min: 0, max: 9}), fc.boolean()), {
    minLength: 4,
    maxLength: 40
  })
  .filter((all) => all.some(([, , y]) => y) && all.some(([, , y]) => !y))
  .map((all) => ({
    risk: Float64Array.from(all, ([a]) => a),
    rival: Float64Array.from(all, ([, b]) => b),
    defaulted: Uint8Array.from(all, ([, , y]) => (y ? 1 : 0))
  }));

/** Obligors of PDs between `low` and `high`, even on the log scale, whose defaults follow these times `factor`. */
export function drawnSample(count: number, seed: number, {low = 0.002, high = 0.2, factor = 1} = {}) {
  const random = randomOf(seed);
  const pd = new Float64Array(count);
  const defaulted = new Uint8Array(count);
  for (let row = 0; row < count; row++) {
    pd[row] = low * (high / low) ** random();
    defaulted[row] = random() < pd[row]! * factor ? 1 : 0;
  }
  return {pd, defaulted};
}

/** The same rows, shuffled in one way whatever their type. */
export function shuffledLike<T extends Float64Array | Uint8Array | Uint32Array | Int32Array>(
  column: T,
  order: Uint32Array
): T {
  const out = column.slice() as T;
  order.forEach((row, k) => (out[k] = column[row]!));
  return out;
}
