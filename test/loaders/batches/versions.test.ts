import {describe, expect, it} from "vitest";
import {loadSource, type LoadReport} from "#loaders/load.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {incremental, demoWith} from "../support/exposureSource.js";
import {exposure, repayment, SMALL_BANK, writeBank, type Bank} from "../support/smallBank.js";
import {contents, inMemory, rows, sorted, staged} from "../support/warehouse.js";

const full = demoWith({});
const increment = incremental();

/** The small bank a month later: one exposure is corrected, one is new, one repayment is gone, a third is late. */
const LATER: Bank = {
  ...SMALL_BANK,
  exposures: [
    exposure("F1", "2020-01-31"),
    exposure("F1", "2020-02-29", {drawn: "77"}),
    exposure("F2", "2020-02-29"),
    exposure("F2", "2020-03-31")
  ],
  repayments: [repayment("F1", "2020-01-20"), repayment("F1", "2019-06-20")]
};

const EXPOSURES = `select facility_id || ' ' || month_end || ' ' || drawn as it from stg_exposures`;
const REPAYMENTS = `select facility_id || ' ' || due_date as it from stg_repayments`;

describe("a full delivery", () => {
  it("corrects by key, adds what is new and ends what it lacks, and repeats the rest", async () => {
    await inMemory(async (engine) => {
      await loadSource(engine, full, await writeBank(SMALL_BANK));
      const {batches} = await loadSource(engine, full, await writeBank(LATER));
      expect(await said(engine, EXPOSURES)).toEqual([
        "F1 2020-01-31 100.01",
        "F1 2020-02-29 77.00",
        "F2 2020-02-29 100.01",
        "F2 2020-03-31 100.01"
      ]);
      expect(await said(engine, REPAYMENTS)).toEqual(["F1 2019-06-20", "F1 2020-01-20"]);
      expect(batches).toEqual([
        {...NOTHING, extract: "exposures", rowsIn: 4, loaded: 2, duplicates: 2, superseded: 1},
        {...NOTHING, extract: "repayments", rowsIn: 2, loaded: 1, duplicates: 1, ended: 1}
      ]);
    });
  });

  it("that comes again after another is in force again, row for row", async () => {
    const [first, second] = [await writeBank(SMALL_BANK), await writeBank(LATER)];
    await inMemory(async (engine) => {
      await loadSource(engine, full, first);
      const before = await staged(engine);
      await loadSource(engine, full, second);
      expect(await staged(engine)).not.toEqual(before);
      await loadSource(engine, full, first);
      expect(await staged(engine)).toEqual(before);
    });
  });

  it("leaves in force what it does not bring a file of", async () => {
    const {obligors, exposures} = LATER;
    await inMemory(async (engine) => {
      await loadSource(engine, full, await writeBank(SMALL_BANK));
      await loadSource(engine, full, await writeBank({obligors: obligors!, exposures: exposures!}));
      expect(await said(engine, REPAYMENTS)).toEqual(["F1 2020-01-20", "F2 2020-01-20"]);
      expect(await said(engine, "select facility_id as it from stg_facilities")).toEqual(["F1", "F2"]);
    });
  });

  it("keeps the earlier version where the later one is in quarantine", async () => {
    const spoilt = [exposure("F1", "2020-01-31", {drawn: "-1"}), ...SMALL_BANK["exposures"]!.slice(1)];
    await inMemory(async (engine) => {
      await loadSource(engine, full, await writeBank(SMALL_BANK));
      const before = await said(engine, EXPOSURES);
      await loadSource(engine, full, await writeBank({...SMALL_BANK, exposures: spoilt}));
      expect(await said(engine, EXPOSURES)).toEqual(before);
    });
  });

  it("keeps every version in raw, with the batch that brought it and the one that ended it", async () => {
    await inMemory(async (engine) => {
      await loadSource(engine, full, await writeBank(SMALL_BANK));
      await loadSource(engine, full, await writeBank(LATER));
      const versions = await rows(
        engine,
        `select drawn, batch_id, superseded_by from raw_exposures
         where facility_id = 'F1' and month_end = date '2020-02-29' order by batch_id`
      );
      const [{batch}] = (await rows(
        engine,
        "select max(batch_id) as batch from load_batches where extract = 'exposures'"
      )) as [{batch: number}];
      expect(versions).toEqual([
        {drawn: 100.01, batch_id: 4, superseded_by: batch},
        {drawn: 77, batch_id: batch, superseded_by: null}
      ]);
    });
  });
});

describe("an increment", () => {
  it("corrects and adds, ends nothing, and puts a late row at its own date", async () => {
    const news: Bank = {
      exposures: [exposure("F1", "2020-02-29", {drawn: "77"}), exposure("F1", "2019-11-30")],
      obligors: SMALL_BANK["obligors"]!.slice(0, 1)
    };
    await inMemory(async (engine) => {
      await loadSource(engine, increment, await writeBank(SMALL_BANK));
      await loadSource(engine, increment, await writeBank(news));
      expect(await said(engine, EXPOSURES)).toEqual([
        "F1 2019-11-30 100.01",
        "F1 2020-01-31 100.01",
        "F1 2020-02-29 77.00",
        "F2 2020-02-29 100.01"
      ]);
      expect(await said(engine, "select distinct obligor_id as it from stg_obligors")).toEqual(["O1", "O2"]);
    });
  });

  it("that comes again after another changes nothing", async () => {
    const [first, second] = [await writeBank(SMALL_BANK), await writeBank(LATER)];
    await inMemory(async (engine) => {
      await loadSource(engine, increment, first);
      await loadSource(engine, increment, second);
      const before = await contents(engine);
      const {batches, alreadyLoaded} = await loadSource(engine, increment, first);
      expect(await contents(engine)).toEqual(before);
      expect(batches).toEqual([]);
      expect(alreadyLoaded).toEqual(Object.keys(SMALL_BANK).map((name) => `${name}.csv`));
    });
  });
});

const NOTHING: Omit<LoadReport["batches"][number], "extract"> = {
  rowsIn: 0,
  loaded: 0,
  duplicates: 0,
  quarantined: 0,
  leftOut: 0,
  superseded: 0,
  ended: 0
};

async function said(engine: Engine, sql: string): Promise<unknown[]> {
  return (await sorted(engine, sql)).map(({it: text}) => text);
}
