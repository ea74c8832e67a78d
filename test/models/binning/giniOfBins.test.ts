import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {giniOfBins} from "#models/binning/giniOfBins.js";
import {auc} from "#models/validation/auc.js";

describe("the Gini of bins", () => {
  it("is one where every good stands above every bad, and has no value where one kind is missing", () => {
    expect(
      giniOfBins([
        {goods: 0, bads: 3},
        {goods: 9, bads: 0}
      ])
    ).toBe(1);
    expect(
      giniOfBins([
        {goods: 9, bads: 0},
        {goods: 0, bads: 3}
      ])
    ).toBe(-1);
    expect(giniOfBins([{goods: 9, bads: 0}])).toBeNull();
  });

  it("is 2 x AUC - 1 of the bins, with the lower bin the riskier", () => {
    const bin = fc.record({goods: fc.integer({min: 0, max: 6}), bads: fc.integer({min: 0, max: 6})});
    fc.assert(
      fc.property(fc.array(bin, {minLength: 1, maxLength: 6}), (bins) => {
        const rows = bins.flatMap(({goods, bads}, at) => [
          ...Array.from({length: goods}, () => [-at, 0] as const),
          ...Array.from({length: bads}, () => [-at, 1] as const)
        ]);
        const events = rows.filter(([, bad]) => bad === 1).length;
        fc.pre(events > 0 && events < rows.length);
        const estimate = auc(
          Float64Array.from(rows, ([at]) => at),
          Uint8Array.from(rows, ([, bad]) => bad)
        );
        expect(giniOfBins(bins)).toBeCloseTo(2 * estimate.auc - 1, 12);
      })
    );
  });
});
