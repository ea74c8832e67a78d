import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {binStability} from "#models/binning/binStability.js";
import type {WoeBin} from "#models/binning/woeBins.js";
import {stabilityOf} from "#models/validation/psi.js";

const bin = (lower: number | null, upper: number | null, goods: number, bads: number, woe: number): WoeBin => {
  return {kind: "interval", lower, upper, goods, bads, woe, isSupported: true};
};
const BINS: readonly WoeBin[] = [
  bin(null, 1, 60, 40, -1),
  bin(1, 2, 80, 20, 0),
  bin(2, null, 95, 5, 1),
  {kind: "missing", goods: 10, bads: 0, woe: 0, isSupported: false}
];
const rows = fc.array(fc.tuple(fc.integer({min: 0, max: 3}), fc.integer({min: 0, max: 3}), fc.boolean()), {
  minLength: 1,
  maxLength: 80
});

describe("the stability of bins", () => {
  it("counts every row once at its date, in order of dates, whatever the order of rows", () => {
    fc.assert(
      fc.property(rows, (drawn) => {
        const found = (of: typeof drawn) =>
          binStability(
            BINS,
            Uint16Array.from(of, ([index]) => index),
            Int32Array.from(of, ([, date]) => date),
            Uint8Array.from(of, ([, , flag]) => (flag ? 1 : 0))
          );
        const stability = found(drawn);
        expect(stability.map(({date}) => date)).toEqual([...new Set(drawn.map(([, date]) => date))].sort());
        for (const {date, counts, shares, defaultRates} of stability) {
          const own = drawn.filter((row) => row[1] === date);
          expect(counts.reduce((sum, {goods, bads}) => sum + goods + bads, 0)).toBe(own.length);
          expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
          counts.forEach((held, index) => {
            expect(held.bads).toBe(own.filter((row) => row[0] === index && row[2]).length);
            expect(defaultRates[index] === null).toBe(held.goods + held.bads === 0);
          });
        }
        expect(found(drawn.toReversed())).toEqual(stability);
      })
    );
  });

  it("measures against the training rows, and finds nothing where the population is the same", () => {
    const index = BINS.flatMap(({goods, bads}, at) => Array.from({length: goods + bads}, () => at));
    const flags = BINS.flatMap(({goods, bads}) => Array.from({length: goods + bads}, (_, row) => (row < bads ? 1 : 0)));
    const dates = new Int32Array(index.length).fill(7);
    const [same] = binStability(BINS, Uint16Array.from(index), dates, Uint8Array.from(flags));
    expect(same).toMatchObject({date: 7, psi: 0, crossings: []});
    const [moved] = binStability(BINS, Uint16Array.from([0, 0, 1, 2]), new Int32Array(4), new Uint8Array(4));
    expect(moved!.psi).toBe(stabilityOf([100, 100, 100, 10], [2, 1, 1, 0])!.psi);
  });

  it("names neighbours that changed order, with what chance has to say", () => {
    // The safest bin defaults 10 of 100, the middle one 5 of 100, the riskiest 30 of 100.
    const index = [0, 1, 2].flatMap((at) => Array.from({length: 100}, () => at));
    const flags = [30, 5, 10].flatMap((bads) => Array.from({length: 100}, (_, row) => (row < bads ? 1 : 0)));
    const [found] = binStability(BINS, Uint16Array.from(index), new Int32Array(300), Uint8Array.from(flags));
    expect(found!.crossings).toHaveLength(1);
    expect(found!.crossings[0]).toMatchObject({riskier: 1, safer: 2});
    // z = -.05 / sqrt(.075 x .925 x .02) = -1.3423; its lower tail in tables of the normal distribution
    expect(found!.crossings[0]!.pValue).toBeCloseTo(0.0897, 3);
  });
});
