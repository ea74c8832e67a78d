import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {binIndices} from "#models/binning/binIndices.js";
import {binNumeric} from "#models/binning/binNumeric.js";
import {rateCorners} from "#models/binning/rateCorners.js";
import type {NumericBins} from "#models/binning/woeBins.js";
import {randomOf} from "#models/numerics/random.js";
import {allPartitions, joinedRuns, rawInformation} from "./partitions.js";

const cell = fc.record({goods: fc.integer({min: 1, max: 40}), bads: fc.integer({min: 1, max: 20})});

describe("corners of the default rate", () => {
  it("are all that the most informative monotone bins need, where nothing else binds", () => {
    fc.assert(
      fc.property(fc.array(cell, {minLength: 2, maxLength: 9}), fc.boolean(), (cells, isFalling) => {
        const counts = Uint32Array.from(cells.flatMap(({goods, bads}) => [goods, bads]));
        const totals = joinedRuns(cells, [cells.length - 1])[0]!;
        const sign = isFalling ? 1 : -1;
        const best = Math.max(
          ...allPartitions(cells.length)
            .map((ends) => joinedRuns(cells, ends))
            .filter((runs) =>
              runs.slice(1).every((run, at) => sign * (runs[at]!.bads * run.goods - run.bads * runs[at]!.goods) > 0)
            )
            .map((runs) => rawInformation(runs, totals))
        );
        const ends = [...rateCorners(counts, isFalling), cells.length - 1];
        expect(rawInformation(joinedRuns(cells, ends), totals)).toBeCloseTo(best, 10);
      })
    );
  });

  it("are cuts of many rows, whose bins then count every row and stay monotone", () => {
    const random = randomOf(4);
    const values = Float64Array.from({length: 60_000}, () => (random() < 0.02 ? NaN : random() * 8 - 4));
    // The rate turns at 1.7, which no tenth of the rows ends at.
    const defaulted = Uint8Array.from(values, (value) => (random() < (value > 1.7 ? 0.05 : 0.2) ? 1 : 0));
    const found = binNumeric(values, defaulted, {safer: "higher", preBins: 10, maxBins: 2}) as NumericBins;
    expect(Math.abs(found.cuts[0]! - 1.7)).toBeLessThan(0.02);
    const counts = found.bins.map(() => ({goods: 0, bads: 0}));
    binIndices(found, values).forEach((bin, row) =>
      defaulted[row] === 1 ? counts[bin]!.bads++ : counts[bin]!.goods++
    );
    expect(counts).toEqual(found.bins.map(({goods, bads}) => ({goods, bads})));
  });
});
