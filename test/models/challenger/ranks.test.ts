import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {medianRank, rankCuts, ranksOf} from "#models/challenger/ranks.js";

const value = fc.oneof(fc.integer({min: -5, max: 5}), fc.double({noNaN: true}), fc.constant(NaN));
const values = fc.array(value, {minLength: 1, maxLength: 80}).map((drawn) => Float64Array.from(drawn));

describe("rankCuts", () => {
  it("keeps order, and parts into no more ranks than asked for", () => {
    fc.assert(
      fc.property(values, fc.integer({min: 1, max: 20}), (drawn, count) => {
        const cuts = rankCuts(drawn, count);
        const ranks = ranksOf(cuts, drawn, NaN);
        expect(cuts.length).toBeLessThan(count);
        expect(cuts.every(Number.isFinite)).toBe(true);
        drawn.forEach((a, i) =>
          drawn.forEach((b, j) => {
            if (a <= b) expect(ranks[i]!).toBeLessThanOrEqual(ranks[j]!);
          })
        );
      })
    );
  });

  it("cuts halfway between the neighbours of a quantile, and not where one value fills all", () => {
    expect([...rankCuts(Float64Array.of(4, 1, 3, NaN, 2), 2)]).toEqual([2.5]); // by hand: 1 2 | 3 4
    expect([...rankCuts(Float64Array.of(7, 7, 7), 4)]).toEqual([]);
    expect([...rankCuts(Float64Array.of(0, 0, 0, 0, 5), 4)]).toEqual([2.5]);
  });

  it("has a value at a cut above it, and a missing one where it is told", () => {
    expect([...ranksOf(Float64Array.of(2.5), Float64Array.of(2.4, 2.5, NaN, Infinity), 9)]).toEqual([0, 1, 9, 1]);
    expect(medianRank(Float64Array.of(1.5, 2.5), Float64Array.of(1, NaN, 2, 3))).toBe(1);
  });
});
