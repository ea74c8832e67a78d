import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {loadSource} from "#loaders/load.js";
import {sourceOf} from "#loaders/source.js";
import {exposure, SMALL_BANK, writeBank, type Cells} from "../support/smallBank.js";
import {inMemory, rows, sorted} from "../support/warehouse.js";

const demo = sourceOf("demo");
const others = {obligors: SMALL_BANK["obligors"]!, facilities: SMALL_BANK["facilities"]!};

describe("repeated keys", () => {
  it("are refused when a later row has the key of an earlier one: the first good row wins", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyExposure, {maxLength: 20}), async (later) => {
        const exposures = [exposure("F1", "2020-03-31"), ...later]; // something loads, whatever comes later
        const folder = await writeBank({...others, exposures});
        const expected = byHand(exposures);
        await inMemory(async (engine) => {
          await loadSource(engine, demo, folder);
          expect(await rows(engine, "select source_line, rule from quarantine")).toEqual(expected.quarantine);
          expect(
            await sorted(engine, "select facility_id, month_end, cast(drawn as varchar) as drawn from stg_exposures")
          ).toEqual(expected.loaded);
        });
      }),
      {numRuns: 25}
    );
  });

  it("do not let a row win that is bad by itself", async () => {
    const bad = exposure("F1", "2020-01-31", {drawn: "-5"});
    const good = exposure("F1", "2020-01-31", {drawn: "5"});
    const folder = await writeBank({...others, exposures: [bad, good]});
    await inMemory(async (engine) => {
      const report = await loadSource(engine, demo, folder);
      expect(report.tables.at(-1)).toMatchObject({loaded: 1, duplicates: 0, quarantined: 1});
      expect(await rows(engine, "select drawn from stg_exposures")).toEqual([{drawn: 5}]);
    });
  });

  it("see through the spelling of a value: 5, 5.00 and ' 5' are one", async () => {
    const exposures = ["5", "5.00", " 5"].map((drawn) => exposure("F1", "2020-01-31", {drawn}));
    const folder = await writeBank({...others, exposures});
    const report = await inMemory((engine) => loadSource(engine, demo, folder));
    expect(report.tables.at(-1)).toMatchObject({rowsIn: 3, loaded: 1, duplicates: 2, quarantined: 0});
  });
});

const anyExposure = fc
  .record({
    facility: fc.constantFrom("F1", "F2"),
    month: fc.constantFrom("2020-01-31", "2020-02-29"),
    drawn: fc.constantFrom("1.00", "2.00", "-1.00")
  })
  .map(({facility, month, drawn}) => exposure(facility, month, {drawn}));

/** The same rules row by row, in the order of the file. */
function byHand(exposures: readonly Cells[]) {
  const first = new Map<string, string>();
  const quarantine: {source_line: bigint; rule: string}[] = [];
  exposures.forEach((row, at) => {
    const key = `${row["facility_id"]} ${row["month_end"]}`;
    const drawn = row["drawn"]!;
    const refuse = (rule: string) => quarantine.push({source_line: BigInt(at + 2), rule});
    if (drawn.startsWith("-")) refuse("sign");
    else if (!first.has(key)) first.set(key, drawn);
    else refuse(first.get(key) === drawn ? "duplicate" : "key_conflict");
  });
  const loaded = [...first]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, drawn]) => {
      const [facility_id, month_end] = key.split(" ");
      return {facility_id, month_end, drawn};
    });
  return {quarantine, loaded};
}
