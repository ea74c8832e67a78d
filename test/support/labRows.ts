import {logistic} from "#models/numerics/logisticFunction.js";
import {randomOf} from "#models/numerics/random.js";
import type {LabRows} from "#pipeline/lab/rows.js";

/** Obligors of three rows each, with one feature that matters (`risk`), one that does not (`noise`) and one that has gaps (`gaps`). */
export function plantedRows(obligors: number, seed = 1): LabRows {
  const count = 3 * obligors;
  const random = randomOf(seed);
  const [risk, noise, gaps] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  const defaulted = new Uint8Array(count);
  for (let row = 0; row < count; row++) {
    risk[row] = random();
    noise[row] = random();
    gaps[row] = random() < 0.3 ? NaN : random();
    defaulted[row] = random() < logistic(-4 + 4 * risk[row]!) ? 1 : 0;
  }
  return {
    features: new Map([
      ["risk", risk],
      ["noise", noise],
      ["gaps", gaps]
    ]),
    defaulted,
    groups: Uint32Array.from(defaulted, (_, row) => Math.floor(row / 3)),
    names: Array.from(defaulted, (_, row) => `O${Math.floor(row / 3)}`),
    days: Int32Array.from(defaulted, (_, row) => 365 * (row % 3)),
    segments: Array.from(defaulted, () => null),
    isMeasured: new Uint8Array(count).fill(1)
  };
}

/** The same rows with another feature, or one that replaces another. */
export function withFeature(rows: LabRows, name: string, values: Float64Array): LabRows {
  return {...rows, features: new Map([...rows.features, [name, values]])};
}
