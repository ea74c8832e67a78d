import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {loadSource, type LoadOptions} from "#loaders/load.js";
import {sourceOf} from "#loaders/source.js";
import {hasTooFewLoaded} from "#loaders/staging/quarantineLimit.js";
import {exposure, SMALL_BANK, writeBank, type Cells} from "../support/smallBank.js";
import {inMemory} from "../support/warehouse.js";

const demo = sourceOf("demo");
const days = Array.from({length: 1_000}, (_, day) => new Date(Date.UTC(2020, 0, day)).toISOString().slice(0, 10));

/** What is said of a bank with so many good exposures, and after them the bad ones; null where it loads. */
async function saidOf(good: number, bad: readonly Cells[], options: LoadOptions = {}): Promise<string | null> {
  const exposures = [...days.slice(0, good).map((day) => exposure("F1", day)), ...bad];
  const folder = await writeBank({...SMALL_BANK, exposures});
  return await inMemory(async (engine) => {
    try {
      await loadSource(engine, demo, folder, options);
      return null;
    } catch (error) {
      return (error as Error).message;
    }
  });
}

const badRows = (count: number, other: Cells = {drawn: "-1"}) =>
  Array.from({length: count}, () => exposure("F2", "2020-01-31", other));

describe("the quarantine of an extract", () => {
  it("may hold 5 % of its rows, and not one more", async () => {
    expect(await saidOf(760, badRows(40))).toBeNull();
    expect(await saidOf(759, badRows(41))).toMatch(
      /^exposures: 41 of 800 rows \(5\.13 %\) .*, more than the 5 % allowed/
    );
  });

  it("may hold 20 rows of a small extract if something loaded, and nothing else", async () => {
    expect(await saidOf(1, badRows(20))).toBeNull();
    expect(await saidOf(1, badRows(21))).toMatch(/^exposures: 21 of 22 rows /);
    expect(await saidOf(0, badRows(1))).toMatch(
      /^exposures: 1 of 1 rows \(100 %\) broke a rule, so that none was loaded/
    );
    expect(await saidOf(0, badRows(3), {quarantineLimit: 1})).toMatch(/so that none was loaded/);
  });

  it("may hold what the caller says", async () => {
    expect(await saidOf(30, badRows(30), {quarantineLimit: 0.5})).toBeNull();
    expect(await saidOf(30, badRows(31), {quarantineLimit: 0.5})).toMatch(/more than the 50 % allowed/);
    expect(await saidOf(700, badRows(21), {quarantineLimit: 0})).toMatch(/more than the 0 % allowed/);
    for (const quarantineLimit of [-0.1, 1.1, NaN]) {
      expect(await saidOf(1, [], {quarantineLimit})).toBe(`quarantineLimit must be in [0, 1]; got ${quarantineLimit}`);
    }
  });

  it("is told by its most frequent rule and the first row that broke that", async () => {
    const bad = [...badRows(5), ...badRows(12, {month_end: "31.01.2020"}), ...badRows(5, {limit: ""})];
    expect(await saidOf(2, bad)).toBe(
      "exposures: 22 of 24 rows (91.67 %) broke a rule, more than the 5 % allowed; most often not_a_date (12 of them), " +
        'first in exposures.csv, line 9, column month_end, value "31.01.2020"; write dates as 2020-01-31, and load again'
    );
    expect(await saidOf(2, badRows(22, {limit: ""}))).toContain(
      "line 4, column limit, which is empty; fill the column,"
    );
  });

  it("tells a value on one line and cut short, however long it is", async () => {
    const said = await saidOf(0, badRows(1, {drawn: `1\n${"9".repeat(500)}`}));
    expect(said).toContain('column drawn, value "1\\n999');
    expect(said).not.toContain("\n");
    expect(said!.length).toBeLessThan(400);
  });

  it("does not count duplicates: they are loaded already", async () => {
    const again = Array.from({length: 100}, () => exposure("F1", days[0]!));
    expect(await saidOf(1, again)).toBeNull();
  });

  it("is not asked of a file of a line of totals alone: it is an empty extract", async () => {
    const totals = exposure("合计", "", {limit: "", days_past_due: ""});
    expect(await saidOf(0, [totals])).toBeNull();
    expect(await saidOf(0, [totals, ...badRows(1)])).toMatch(/so that none was loaded/);
  });

  it("is held against what repeats rows in force, too: a delivery may be good and new in nothing", async () => {
    const exposures = [exposure("F1", "2020-01-31")];
    const [first, again, worse] = await Promise.all(
      [exposures, [...exposures, ...badRows(20)], [...exposures, ...badRows(21)]].map((rows) =>
        writeBank({...SMALL_BANK, exposures: rows})
      )
    );
    await inMemory(async (engine) => {
      await loadSource(engine, demo, first!);
      const report = await loadSource(engine, demo, again!);
      expect(report.batches).toMatchObject([{rowsIn: 21, loaded: 0, duplicates: 1, quarantined: 20}]);
      await expect(loadSource(engine, demo, worse!)).rejects.toThrow(
        "exposures: 21 of 22 rows (95.45 %) broke a rule, more than the 5 % allowed"
      );
    });
  });

  it("never stops a load for a higher limit, a further good row, or one bad row less", () => {
    const share = fc.double({min: 0, max: 1, noNaN: true});
    fc.assert(
      fc.property(fc.nat(1_000), fc.nat(1_000), share, share, (loaded, quarantined, limit, more) => {
        const stops = (good: number, bad: number, allowed: number) =>
          hasTooFewLoaded({rowsIn: good + bad, loaded: good, duplicates: 0, quarantined: bad}, allowed);
        fc.pre(quarantined > 0 && !stops(loaded, quarantined, limit));
        expect(stops(loaded, quarantined, Math.min(1, limit + more))).toBe(false);
        expect(stops(loaded + 1, quarantined, limit)).toBe(false);
        expect(stops(loaded, quarantined - 1, limit)).toBe(false);
      })
    );
  });
});
