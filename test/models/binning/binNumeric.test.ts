import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {binIndices} from "#models/binning/binIndices.js";
import {binNumeric} from "#models/binning/binNumeric.js";
import {PRIOR} from "#models/binning/bins.js";
import {cutPoints, equalQuantiles} from "#models/binning/cutPoints.js";
import type {NumericBins, NumericOptions, Unbinned} from "#models/binning/woeBins.js";
import {permutation, randomOf} from "#models/numerics/random.js";
import {allPartitions, isAllowed, joinedRuns, rawInformation} from "./partitions.js";
import {sample} from "./samples.js";

const options = fc.record({
  safer: fc.constantFrom("higher", "lower", "neither"),
  minEvents: fc.integer({min: 1, max: 4}),
  minNonEvents: fc.integer({min: 1, max: 4}),
  maxBins: fc.integer({min: 2, max: 5}),
  unknown: fc.constantFrom("neutral", "worst"),
  specials: fc.constant([-999])
}) as fc.Arbitrary<NumericOptions>;

const isBinned = (found: NumericBins | Unbinned): found is NumericBins => found.kind === "numeric";

function rowsIn(found: NumericBins, values: Float64Array, defaulted: Uint8Array) {
  const counts = found.bins.map(() => ({goods: 0, bads: 0}));
  binIndices(found, values).forEach((bin, row) => (defaulted[row] === 1 ? counts[bin]!.bads++ : counts[bin]!.goods++));
  return counts;
}

describe("bins of a number", () => {
  it("hold every row once, also missing, special and infinite ones, and count them", () => {
    fc.assert(
      fc.property(sample, options, ({values, defaulted}, chosen) => {
        const found = binNumeric(values, defaulted, chosen);
        fc.pre(isBinned(found));
        expect(rowsIn(found, values, defaulted)).toEqual(found.bins.map(({goods, bads}) => ({goods, bads})));
        values.forEach((value, row) => {
          const bin = found.bins[binIndices(found, values)[row]!]!;
          if (Number.isNaN(value)) expect(bin.kind).toBe("missing");
          else if (value === -999) expect(bin).toMatchObject({kind: "special", value: -999});
          else if (bin.kind !== "interval") expect.unreachable();
          else expect(value > (bin.lower ?? -Infinity) || bin.lower === null).toBe(true);
          if (bin.kind === "interval") expect(value <= (bin.upper ?? Infinity)).toBe(true);
        });
      })
    );
  });

  it("are monotone the way that was asked for, in default rates and in weights of evidence", () => {
    let many = 0;
    fc.assert(
      fc.property(sample, options, ({values, defaulted}, chosen) => {
        const found = binNumeric(values, defaulted, chosen);
        fc.pre(isBinned(found));
        if (chosen.safer !== "neither") expect(found.safer).toBe(chosen.safer);
        const intervals = found.bins.filter(({kind}) => kind === "interval");
        if (intervals.length > 2) many++;
        const rising = found.safer === "higher" ? intervals : intervals.toReversed();
        rising.slice(1).forEach((bin, at) => {
          const before = rising[at]!;
          expect(bin.woe).toBeGreaterThan(before.woe);
          expect(bin.bads / (bin.goods + bin.bads)).toBeLessThan(before.bads / (before.goods + before.bads));
        });
      }),
      {numRuns: 300}
    );
    expect(many).toBeGreaterThan(20);
  });

  it("tell as much as the best of all bins over the same pre-bins", () => {
    fc.assert(
      fc.property(sample, options, ({values, defaulted}, chosen) => {
        const known = values.filter((value) => !Number.isNaN(value) && value !== -999);
        const cuts = cutPoints(equalQuantiles(known, 8)).filter(Number.isFinite);
        const preBins = [...cuts, Infinity].map((upper, at) => {
          const isIn = (value: number) => value <= upper && !(value <= (cuts[at - 1] ?? NaN));
          const held = [...defaulted].filter((_, row) => values[row] !== -999 && isIn(values[row]!));
          return {goods: held.filter((flag) => flag === 0).length, bads: held.filter((flag) => flag === 1).length};
        });
        const bads = defaulted.reduce((sum, flag) => sum + flag, 0);
        const totals = {goods: defaulted.length - bads, bads};
        const limits = {maxBins: 8, minEvents: 1, minNonEvents: 1, minRows: 0, ...chosen};
        const bestOf = (bins: typeof preBins) =>
          allPartitions(bins.length)
            .map((ends) => joinedRuns(bins, ends))
            .filter((runs) => isAllowed(runs, limits))
            .reduce((best, runs) => Math.max(best, rawInformation(runs, totals)), -Infinity);
        const best = Math.max(
          chosen.safer === "lower" ? -Infinity : bestOf(preBins),
          chosen.safer === "higher" ? -Infinity : bestOf(preBins.toReversed())
        );
        const found = binNumeric(values, defaulted, {...chosen, preBins: 8});
        if (best === -Infinity) expect(found.kind).toBe("unbinned");
        else expect((found as NumericBins).rawIv).toBeCloseTo(best, 10);
      }),
      {numRuns: 300}
    );
  });

  it("never count the unknown better than the best known, nor in favour", () => {
    fc.assert(
      fc.property(sample, options, ({values, defaulted}, chosen) => {
        const found = binNumeric(values, defaulted, chosen);
        fc.pre(isBinned(found));
        const known = found.bins.filter(({kind}) => kind === "interval").map(({woe}) => woe);
        const missing = found.bins.at(-1)!;
        expect(missing.woe).toBeLessThan(Math.max(...known));
        expect(missing.woe).toBeLessThanOrEqual(0);
        if (chosen.unknown === "worst" && !missing.isSupported) {
          expect(missing.woe).toBeLessThanOrEqual(Math.min(...known));
        }
        expect(found.bins.every(({woe}) => Number.isFinite(woe))).toBe(true);
      })
    );
  });

  it("do not depend on the order of rows, and are the same after JSON", () => {
    fc.assert(
      fc.property(sample, options, fc.integer(), ({values, defaulted}, chosen, seed) => {
        const order = permutation(values.length, randomOf(seed));
        const found = binNumeric(values, defaulted, chosen);
        const moved = binNumeric(
          Float64Array.from(order, (row) => values[row]!),
          Uint8Array.from(order, (row) => defaulted[row]!),
          chosen
        );
        expect(moved).toEqual(found);
        expect(JSON.parse(JSON.stringify(found))).toEqual(found);
      })
    );
  });

  it("are unmoved by a rising transform of the values", () => {
    fc.assert(
      fc.property(sample, options, ({values, defaulted}, chosen) => {
        const moved = values.map((value) => (value === -999 ? value : value * 2));
        const [a, b] = [binNumeric(values, defaulted, chosen), binNumeric(moved, defaulted, chosen)];
        fc.pre(isBinned(a));
        expect((b as NumericBins).bins.map(({goods, bads, woe}) => [goods, bads, woe])).toEqual(
          a.bins.map(({goods, bads, woe}) => [goods, bads, woe])
        );
      })
    );
  });

  it("have weights by hand", () => {
    // Below and at 1: 6 goods, 4 bads; above: 18 goods, 2 bads; one missing good.
    const rows = [
      ...Array.from({length: 10}, (_, row) => [1, row < 4 ? 1 : 0] as const),
      ...Array.from({length: 20}, (_, row) => [2, row < 2 ? 1 : 0] as const),
      [NaN, 0] as const
    ];
    const found = binNumeric(
      Float64Array.from(rows, ([x]) => x),
      Uint8Array.from(rows, ([, flag]) => flag),
      {safer: "higher", minEvents: 2, minNonEvents: 2}
    ) as NumericBins;
    const [goods, bads] = [25 + 3 * PRIOR, 6 + 3 * PRIOR];
    expect(found.cuts).toEqual([1]);
    expect(found.bins[0]).toMatchObject({lower: null, upper: 1, goods: 6, bads: 4, isSupported: true});
    expect(found.bins[0]!.woe).toBeCloseTo(Math.log(6.5 / goods / (4.5 / bads)), 12);
    expect(found.bins[1]!.woe).toBeCloseTo(Math.log(18.5 / goods / (2.5 / bads)), 12);
    const average = Math.log(25 / goods / (7 / bads));
    expect(found.bins[2]).toMatchObject({kind: "missing", goods: 1, bads: 0, isSupported: false});
    expect(found.bins[2]!.woe).toBeCloseTo(Math.min(0, average), 12);
  });
});

describe("a feature without bins", () => {
  const half = Uint8Array.from({length: 40}, (_, row) => (row < 20 ? 1 : 0));
  const reasonOf = (values: Float64Array, defaulted: Uint8Array, chosen: NumericOptions = {}) =>
    (binNumeric(values, defaulted, {minEvents: 2, minNonEvents: 2, ...chosen}) as Unbinned).reason;

  it("gives its reason", () => {
    const rising = Float64Array.from({length: 40}, (_, row) => row);
    const overlapping = Float64Array.from({length: 40}, (_, row) => (row < 20 ? row : row - 10));
    expect(
      reasonOf(
        rising.map(() => NaN),
        half
      )
    ).toBe("no_values");
    expect(
      reasonOf(
        rising.map(() => 7),
        half
      )
    ).toBe("one_value");
    expect(reasonOf(rising, half)).toBe("too_few"); // every cut leaves one side without events or without non-events
    expect(reasonOf(overlapping, half, {safer: "lower"})).toBe("against_sign");
    expect(
      reasonOf(
        Float64Array.from({length: 40}, (_, row) => row % 2),
        half
      )
    ).toBe("no_difference");
    expect(binNumeric(overlapping, half, {safer: "higher", minEvents: 2, minNonEvents: 2}).kind).toBe("numeric");
  });

  it("is refused where nothing could be found", () => {
    const values = Float64Array.from({length: 40}, (_, row) => row);
    expect(() => binNumeric(values, new Uint8Array(40))).toThrow(/events and non-events; got 0 and 40/);
    expect(() => binNumeric(values, new Uint8Array(4))).toThrow(/40 values, but 4 outcomes/);
    expect(() => binNumeric(values, half, {maxBins: 1})).toThrow(/at least 2 bins/);
    expect(() => binNumeric(values, half, {specials: [NaN]})).toThrow(/finite number; got NaN/);
  });
});
