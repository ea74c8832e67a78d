import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {binCategories} from "#models/binning/binCategories.js";
import {byBin, categoryIndices} from "#models/binning/binIndices.js";
import type {CategoryBins, Unbinned} from "#models/binning/woeBins.js";
import {permutation, randomOf} from "#models/numerics/random.js";
import {allPartitions, isAllowed, joinedRuns, rawInformation} from "./partitions.js";

const text = fc.oneof({weight: 9, arbitrary: fc.constantFrom("a", "b", "c", "d", "e", "f")}, fc.constant(null));
const riskOf = {a: 0.1, b: 0.25, c: 0.25, d: 0.4, e: 0.6, f: 0.8} as const;
const sample = fc
  .array(fc.tuple(text, fc.double({min: 0, max: 1, noNaN: true})), {minLength: 40, maxLength: 200})
  .map((rows) => ({
    values: rows.map(([value]) => value),
    defaulted: Uint8Array.from(rows, ([value, chance]) => (chance < (value === null ? 0.3 : riskOf[value]) ? 1 : 0))
  }))
  .filter(({defaulted}) => defaulted.includes(0) && defaulted.includes(1));
const options = fc.record({
  minEvents: fc.integer({min: 1, max: 5}),
  minNonEvents: fc.integer({min: 1, max: 5}),
  maxBins: fc.integer({min: 2, max: 4}),
  minRows: fc.integer({min: 0, max: 20})
});
const isBinned = (found: CategoryBins | Unbinned): found is CategoryBins => found.kind === "category";

describe("groups of categories", () => {
  it("hold every row once, those of no group missing or unseen", () => {
    fc.assert(
      fc.property(sample, options, ({values, defaulted}, chosen) => {
        const found = binCategories(values, defaulted, chosen);
        fc.pre(isBinned(found));
        expect(found.groups.flat().sort()).toEqual([...new Set(values.filter((value) => value !== null))].sort());
        const indices = categoryIndices(found, values);
        found.bins.forEach((bin, index) => {
          const held = [...defaulted].filter((_, row) => indices[row] === index);
          const bads = held.filter((flag) => flag === 1).length;
          expect([bin.goods, bin.bads]).toEqual([held.length - bads, bads]);
        });
        const [missing, unseen] = categoryIndices(found, [null, "never held"]);
        expect([found.bins[missing!]!.kind, found.bins[unseen!]!.kind]).toEqual(["missing", "unseen"]);
      })
    );
  });

  it("tell as much as the best of all groups of neighbours by default rate, and grow safer", () => {
    let many = 0;
    fc.assert(
      fc.property(sample, options, ({values, defaulted}, chosen) => {
        const count = (isIn: (value: string | null) => boolean) => {
          const flags = [...defaulted].filter((_, row) => isIn(values[row]!));
          const bads = flags.filter((flag) => flag === 1).length;
          return {goods: flags.length - bads, bads};
        };
        const names = [...new Set(values.filter((value) => value !== null))].sort();
        const isRare = (name: string | null) =>
          name !== null && values.filter((value) => value === name).length < chosen.minRows;
        // By falling default rate; of equals the first by name, the rare ones by the first of theirs.
        const kinds = names
          .filter((name) => !isRare(name) || name === names.find(isRare))
          .map((name) => count(isRare(name) ? isRare : (value) => value === name))
          .sort((x, y) => y.bads * x.goods - x.bads * y.goods);
        const limits = {...chosen, minRows: 0};
        const best = allPartitions(kinds.length)
          .map((ends) => joinedRuns(kinds, ends))
          .filter((runs) => isAllowed(runs, limits))
          .reduce(
            (most, runs) =>
              Math.max(
                most,
                rawInformation(
                  runs,
                  count(() => true)
                )
              ),
            -Infinity
          );
        const found = binCategories(values, defaulted, chosen);
        if (!isBinned(found)) {
          expect(best).toBe(-Infinity);
          return;
        }
        if (found.groups.length > 2) many++;
        expect(found.rawIv).toBeCloseTo(best, 10);
        const weights = found.bins.slice(0, found.groups.length).map(({woe}) => woe);
        expect(weights).toEqual([...weights].sort((a, b) => a - b));
        for (const bin of found.bins.slice(found.groups.length)) {
          expect(bin.woe).toBeLessThanOrEqual(0);
          expect(bin.woe).toBeLessThan(weights.at(-1)!);
        }
      }),
      {numRuns: 300}
    );
    expect(many).toBeGreaterThan(5);
  });

  it("pool rare categories, do not depend on the order of rows, and are the same after JSON", () => {
    fc.assert(
      fc.property(sample, options, fc.integer(), ({values, defaulted}, chosen, seed) => {
        const found = binCategories(values, defaulted, chosen);
        fc.pre(isBinned(found));
        const group = found.groups.find((names) => names.includes(found.rare[0] ?? ""));
        if (found.rare.length > 0) expect(group).toEqual(expect.arrayContaining([...found.rare]));
        const order = permutation(values.length, randomOf(seed));
        const moved = binCategories(
          [...order].map((row) => values[row]!),
          Uint8Array.from(order, (row) => defaulted[row]!),
          chosen
        );
        expect(moved).toEqual(found);
        expect(JSON.parse(JSON.stringify(found))).toEqual(found);
      })
    );
  });

  it("give each row the value of its bin, and a reason where there are none", () => {
    const values = [...Array.from({length: 20}, () => "x"), ...Array.from({length: 20}, () => "y")];
    const flags = Uint8Array.from({length: 40}, (_, row) => (row % 20 < (row < 20 ? 10 : 4) ? 1 : 0));
    const found = binCategories(values, flags, {minEvents: 3, minNonEvents: 3, minRows: 5}) as CategoryBins;
    expect(found.groups).toEqual([["x"], ["y"]]);
    expect([...byBin([1, 2, 3, 4], categoryIndices(found, ["y", "x", null, "z"]))]).toEqual([2, 1, 3, 4]);
    const reasonOf = (texts: readonly (string | null)[], least = 3) =>
      binCategories(texts, flags, {minEvents: least, minNonEvents: 3});
    expect(reasonOf(values.map(() => "x"))).toMatchObject({kind: "unbinned", reason: "one_value"});
    expect(reasonOf(values.map(() => null))).toMatchObject({kind: "unbinned", reason: "no_values"});
    expect(reasonOf(values, 9)).toMatchObject({reason: "one_value"}); // both are rare, and pooled
    expect(binCategories(values, flags, {minRows: 5, minEvents: 9})).toMatchObject({reason: "too_few"});
  });
});
