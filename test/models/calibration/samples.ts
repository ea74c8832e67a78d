import fc from "fast-check";
import {logistic} from "#models/numerics/logistic.js";
import {randomOf} from "#models/numerics/random.js";

/** PDs with weights of any size above zero, and outcomes at the PDs' own rates. */
export const samples = fc
  .record({seed: fc.integer({min: 1, max: 1e6}), rows: fc.integer({min: 5, max: 300})})
  .map(sampleOf);

export function sampleOf({seed, rows}: {readonly seed: number; readonly rows: number}) {
  const random = randomOf(seed);
  const pds = Float64Array.from({length: rows}, () => logistic(-3 + 4 * (random() - 0.5)));
  return {
    pds,
    weights: pds.map(() => 0.1 + random()),
    defaulted: Uint8Array.from(pds, (pd) => (random() < pd ? 1 : 0))
  };
}
