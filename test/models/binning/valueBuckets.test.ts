import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {permutation, randomOf} from "#models/numerics/random.js";
import {bucketed} from "#models/binning/valueBuckets.js";

/** Values of all magnitudes, many shared. */
function drawn(rows: number, seed: number, isCrowded: boolean): {values: Float64Array; flags: Uint8Array} {
  const random = randomOf(seed);
  const values = Float64Array.from({length: rows}, () => {
    const kind = random();
    if (kind < 0.1) return 7;
    if (kind < 0.12) return random() < 0.5 ? Infinity : -Infinity;
    if (isCrowded) return 1000 + random();
    return (random() - 0.4) * 10 ** Math.round(8 * random() - 4);
  });
  return {values: values.map((value) => value + 0), flags: Uint8Array.from(values, () => (random() < 0.2 ? 1 : 0))};
}

describe("buckets of values", () => {
  it("give the values of ranks that sorting gives, and hold every row once, few rows or many", () => {
    const rows = fc.oneof(fc.integer({min: 1, max: 300}), fc.integer({min: 50_000, max: 52_000}));
    fc.assert(
      fc.property(rows, fc.integer(), fc.boolean(), (count, seed, isCrowded) => {
        const {values, flags} = drawn(count, seed, isCrowded);
        const ranks = Array.from({length: 20}, (_, at) => Math.max(1, Math.ceil(((at + 1) * count) / 20)));
        const sorted = values.slice().sort();
        const {quantiles, whole, single} = bucketed(values, flags, ranks);
        expect(quantiles).toEqual(ranks.map((rank) => sorted[rank - 1]));
        for (const quantile of new Set(quantiles.filter((_, at) => at % 5 === 0))) {
          const below = [...flags].filter((flag, row) => flag === 1 && values[row]! <= quantile).length;
          const ofWhole = whole.filter(({from}) => from <= quantile).reduce((sum, {bads}) => sum + bads, 0);
          const ofSingle = [...single.flags].filter(
            (flag, row) => flag === 1 && single.values[row]! <= quantile
          ).length;
          expect(ofWhole + ofSingle).toBe(below);
        }
        const held = whole.reduce((sum, {goods, bads}) => sum + goods + bads, single.values.length);
        expect(held).toBe(count);
      }),
      {numRuns: 12}
    );
  });

  it("look singly at few of many rows that spread, and do not depend on their order", () => {
    const {values, flags} = drawn(60_000, 1, false);
    const ranks = Array.from({length: 64}, (_, at) => Math.ceil(((at + 1) * 60_000) / 64));
    const found = bucketed(values, flags, ranks);
    expect(found.single.values.length).toBeLessThan(30_000);
    const order = permutation(60_000, randomOf(2));
    const moved = bucketed(
      Float64Array.from(order, (row) => values[row]!),
      Uint8Array.from(order, (row) => flags[row]!),
      ranks
    );
    expect(moved.quantiles).toEqual(found.quantiles);
  });
});
