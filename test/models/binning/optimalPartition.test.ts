import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {optimalPartition} from "#models/binning/optimalPartition.js";
import {allPartitions, isAllowed, joinedRuns, rawInformation} from "./partitions.js";

const preBin = fc.record({goods: fc.integer({min: 0, max: 30}), bads: fc.integer({min: 0, max: 12})});
const bounds = fc.record({
  maxBins: fc.integer({min: 2, max: 6}),
  minEvents: fc.integer({min: 0, max: 12}),
  minNonEvents: fc.integer({min: 0, max: 12}),
  minRows: fc.integer({min: 0, max: 25})
});

describe("the optimal partition", () => {
  it("tells as much as the best of all partitions that are allowed, and is none where none is", () => {
    let found = 0;
    fc.assert(
      fc.property(fc.array(preBin, {minLength: 1, maxLength: 9}), bounds, (preBins, limits) => {
        const all = joinedRuns(preBins, [preBins.length - 1])[0]!;
        const totals = {goods: all.goods + 3, bads: all.bads + 2}; // some rows are missing
        const best = Math.max(
          ...allPartitions(preBins.length)
            .map((ends) => joinedRuns(preBins, ends))
            .filter((runs) => isAllowed(runs, limits))
            .map((runs) => rawInformation(runs, totals))
        );
        const ends = optimalPartition(preBins, totals, limits);
        if (best === -Infinity) {
          expect(ends).toBeNull();
          return;
        }
        found++;
        const runs = joinedRuns(preBins, ends!);
        expect(isAllowed(runs, limits)).toBe(true);
        expect(rawInformation(runs, totals)).toBeCloseTo(best, 10);
      }),
      {numRuns: 1500}
    );
    expect(found).toBeGreaterThan(300);
  });

  it("joins neighbours that default alike, for which nothing is lost", () => {
    const preBins = [
      {goods: 10, bads: 5},
      {goods: 20, bads: 10},
      {goods: 40, bads: 2}
    ];
    const limits = {maxBins: 5, minEvents: 1, minNonEvents: 1, minRows: 0};
    expect(optimalPartition(preBins, {goods: 70, bads: 17}, limits)).toEqual([1, 2]);
  });

  it("parts a long staircase into its steps", () => {
    const steps = [8, 6, 4, 2].flatMap((bads) => Array.from({length: 16}, () => ({goods: 100, bads})));
    const totals = {goods: 6400, bads: 320};
    const limits = {maxBins: 10, minEvents: 5, minNonEvents: 5, minRows: 0};
    expect(optimalPartition(steps, totals, limits)).toEqual([15, 31, 47, 63]);
  });
});
