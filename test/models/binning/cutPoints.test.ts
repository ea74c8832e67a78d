import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {binOf, coarseCuts, cutPoints, equalQuantiles} from "#models/binning/cutPoints.js";

const values = fc.array(fc.integer({min: -9, max: 9}), {minLength: 1, maxLength: 60});

describe("cut points", () => {
  it("part a hundred different values into ten bins of ten", () => {
    const hundred = Float64Array.from({length: 100}, (_, index) => index + 1);
    const cuts = cutPoints(equalQuantiles(hundred, 10));
    expect(cuts).toEqual([10, 20, 30, 40, 50, 60, 70, 80, 90]);
    const counts = Array.from({length: 10}, () => 0);
    for (const value of hundred) counts[binOf(value, cuts)]!++;
    expect(counts).toEqual(Array.from({length: 10}, () => 10));
  });

  it("give a value that many share one bin", () => {
    expect(cutPoints(equalQuantiles(Float64Array.of(0, 0, 0, 0, 0, 0, 0, 0, 1, 2), 10))).toEqual([0, 1]);
    expect(cutPoints(equalQuantiles(Float64Array.of(3, 3, 3), 10))).toEqual([]);
    expect(cutPoints(equalQuantiles(Float64Array.of(NaN), 10))).toEqual([]);
  });

  it("keep order, part equal values never, and leave no bin of the base empty", () => {
    fc.assert(
      fc.property(values, fc.integer({min: 1, max: 12}), (drawn, bins) => {
        const cuts = cutPoints(equalQuantiles(Float64Array.from(drawn), bins));
        const counts = Array.from({length: cuts.length + 1}, () => 0);
        for (const value of drawn) counts[binOf(value, cuts)]!++;
        expect(counts.every((count) => count > 0)).toBe(true);
        expect(cuts).toEqual([...new Set(cuts)].sort((a, b) => a - b));
        for (const a of drawn)
          for (const b of drawn) if (a <= b) expect(binOf(a, cuts)).toBeLessThanOrEqual(binOf(b, cuts));
      })
    );
  });

  it("put a value at a cut below it, one above it in the next bin, and a missing one after the last", () => {
    expect([1, 1.5, 2, 9, NaN].map((value) => binOf(value, [1, 2]))).toEqual([0, 1, 1, 2, 3]);
  });
});

describe("coarse cut points", () => {
  it("join neighbours until each bin has enough", () => {
    expect(coarseCuts([1, 2, 3, 4], [3, 9, 20, 4, 30], 10)).toEqual([2, 3]);
    expect(coarseCuts([1, 2], [20, 20, 3], 10)).toEqual([1]);
    expect(coarseCuts([1], [1, 1], 10)).toEqual([]);
    expect(() => coarseCuts([1], [1], 10)).toThrow(/1 cuts make 2 bins/);
  });

  it("leave every bin with enough rows where all together have enough", () => {
    const counts = fc.array(fc.integer({min: 0, max: 20}), {minLength: 1, maxLength: 15});
    fc.assert(
      fc.property(counts, fc.integer({min: 1, max: 15}), (all, least) => {
        fc.pre(all.reduce((a, b) => a + b, 0) >= least);
        const cuts = all.slice(0, -1).map((_, index) => index);
        const kept = coarseCuts(cuts, all, least);
        const sums = Array.from({length: kept.length + 1}, () => 0);
        all.forEach((count, index) => (sums[binOf(index, kept)]! += count));
        expect(Math.min(...sums)).toBeGreaterThanOrEqual(least);
      })
    );
  });
});
