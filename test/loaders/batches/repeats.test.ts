import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {loadSource} from "#loaders/load.js";
import {exposuresInParts, plantedFolder} from "../support/exposureSource.js";
import {csvOf, exposure} from "../support/smallBank.js";
import {inMemory, rows} from "../support/warehouse.js";

const MONTHS = ["2020-01-31", "2020-02-29", "2020-03-31"] as const;

const row = fc.record({
  facility: fc.constantFrom("F0", "F1", "F2"),
  month: fc.constantFrom(...MONTHS),
  drawn: fc.constantFrom("1.00", "2.00")
});

describe("a key that repeats", () => {
  it("is found whether the file is in the order of its keys or in any other", async () => {
    const kinds = {ordered: 0, other: 0};
    await fc.assert(
      fc.asyncProperty(fc.array(row, {minLength: 1, maxLength: 12}), fc.boolean(), async (given, isOrdered) => {
        const place = ({facility, month}: (typeof given)[number]) => `${facility} ${month}`;
        const order = isOrdered ? [...given].sort((a, b) => (place(a) < place(b) ? -1 : 1)) : given;
        kinds[isOrdered ? "ordered" : "other"]++;
        const first = new Map<string, string>();
        const expected = order.map((one) => {
          const before = first.get(place(one));
          if (before === undefined) first.set(place(one), one.drawn);
          return before === undefined ? "loaded" : before === one.drawn ? "duplicate" : "key_conflict";
        });
        const file = csvOf(order.map(({facility, month, drawn}) => exposure(facility, month, {drawn})));
        const folder = await plantedFolder({"exposures-1.csv": file});
        await inMemory(async (engine) => {
          await loadSource(engine, exposuresInParts, folder, {quarantineLimit: 1});
          const found = await rows(engine, "select coalesce(outcome, 'loaded') as outcome from raw_exposures");
          expect(found.map(({outcome}) => outcome)).toEqual(expected);
        });
      }),
      {numRuns: 16}
    );
    expect(Math.min(kinds.ordered, kinds.other)).toBeGreaterThan(2);
  });
});
