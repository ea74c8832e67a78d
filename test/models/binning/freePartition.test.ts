import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {binNumeric} from "#models/binning/binNumeric.js";
import {freePartition} from "#models/binning/freePartition.js";
import {allPartitions, joinedRuns, rawInformation} from "./partitions.js";

const preBin = fc.record({goods: fc.integer({min: 0, max: 30}), bads: fc.integer({min: 0, max: 12})});
const bounds = fc.record({
  maxBins: fc.integer({min: 2, max: 6}),
  minEvents: fc.integer({min: 0, max: 12}),
  minNonEvents: fc.integer({min: 0, max: 12}),
  minRows: fc.integer({min: 0, max: 25})
});

describe("the free partition", () => {
  it("tells as much as the best of all partitions that hold enough, and is none where none is", () => {
    let found = 0;
    fc.assert(
      fc.property(fc.array(preBin, {minLength: 1, maxLength: 9}), bounds, (preBins, limits) => {
        const all = joinedRuns(preBins, [preBins.length - 1])[0]!;
        const totals = {goods: all.goods + 3, bads: all.bads + 2}; // some rows are missing
        const holds = (runs: readonly {goods: number; bads: number}[]) =>
          runs.length <= limits.maxBins &&
          runs.every(
            ({goods, bads}) =>
              goods >= Math.max(1, limits.minNonEvents) &&
              bads >= Math.max(1, limits.minEvents) &&
              goods + bads >= limits.minRows
          );
        const allowed = allPartitions(preBins.length)
          .map((ends) => joinedRuns(preBins, ends))
          .filter((runs) => runs.length >= 2 && holds(runs))
          .map((runs) => rawInformation(runs, totals));
        const ends = freePartition(preBins, totals, limits);
        if (ends === null) {
          const whole = allowed.length === 0 ? 0 : rawInformation([all], totals); // both kinds are there, or nothing is allowed
          for (const information of allowed) expect(information).toBeLessThanOrEqual(whole + 1e-9);
          return;
        }
        found++;
        const runs = joinedRuns(preBins, ends);
        expect(holds(runs)).toBe(true);
        expect(rawInformation(runs, totals)).toBeCloseTo(Math.max(...allowed), 10);
      }),
      {numRuns: 1500}
    );
    expect(found).toBeGreaterThan(300);
  });

  it("keeps the two risky ends of a U, which monotone bins lose, and gives way to a business sign", () => {
    const values = Float64Array.from({length: 3000}, (_, row) => row % 100);
    const defaulted = Uint8Array.from(values, (value, row) =>
      (value < 20 || value >= 80 ? row % 300 < 100 : row % 1500 < 100) ? 1 : 0
    );
    const [free, monotone, signed] = [
      binNumeric(values, defaulted, {shape: "free"}),
      binNumeric(values, defaulted, {}),
      binNumeric(values, defaulted, {shape: "free", safer: "higher"})
    ];
    if (free.kind === "unbinned") throw new Error(free.reason);
    expect(free.safer).toBe("neither");
    const weights = free.bins.filter(({kind}) => kind === "interval").map(({woe}) => woe);
    expect(weights[0]!).toBeLessThan(Math.max(...weights) - 1);
    expect(weights.at(-1)!).toBeLessThan(Math.max(...weights) - 1);
    if (monotone.kind === "numeric") expect(free.rawIv).toBeGreaterThan(monotone.rawIv);
    expect(signed).toEqual(binNumeric(values, defaulted, {safer: "higher"}));
  });
});
