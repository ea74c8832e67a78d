import {describe, expect, it} from "vitest";
import {replayQuarantine} from "#loaders/batches/replay.js";
import {loadSource} from "#loaders/load.js";
import {imbalances} from "../support/balance.js";
import {correctedSource as corrected, CREDIT_BANK, creditSource, facilities, stillOpen} from "../support/mappedBank.js";
import {writeBank} from "../support/smallBank.js";
import {contents, inMemory, rows} from "../support/warehouse.js";

const wrong = creditSource();

describe("a replay under a corrected mapping", () => {
  it("loads what the correction mends, and leaves the rest under the rule that it breaks now", async () => {
    await inMemory(async (engine) => {
      await loadSource(engine, wrong, await writeBank(CREDIT_BANK));
      expect(await stillOpen(engine)).toEqual([
        "3 product not_allowed 固贷",
        "4 start_date not_a_date 31.01.2020",
        "5 limit sign -5",
        "6 product not_allowed 固贷",
        "7 start_date not_a_date 31.01.2020"
      ]);
      expect(await replayQuarantine(engine, corrected)).toEqual({replayed: 3, stillQuarantined: 2});
      expect(await stillOpen(engine)).toEqual(["5 limit sign -5", "6 limit sign -5"]);
      expect(await facilities(engine)).toEqual([
        {facility_id: "F1", product: "working_capital", start_date: "2020-01-31"},
        {facility_id: "F2", product: "fixed_asset", start_date: "2020-01-31"},
        {facility_id: "F3", product: "working_capital", start_date: "2020-01-31"},
        {facility_id: "F6", product: "fixed_asset", start_date: "2020-01-31"}
      ]);
      expect(await imbalances(engine)).toEqual([]);
    });
  });

  it("keeps file and line of each row, and marks it in quarantine with its batch", async () => {
    await inMemory(async (engine) => {
      await loadSource(engine, wrong, await writeBank(CREDIT_BANK));
      await replayQuarantine(engine, corrected);
      const placed = await rows(
        engine,
        `select facility_id, file_name, cast(source_line as integer) as line from raw_facilities
         join load_files using (file_id) join load_batches on load_batches.batch_id = raw_facilities.batch_id
         where delivery = 'replay' order by line`
      );
      expect(placed).toEqual([
        {facility_id: "F2", file_name: "facilities.csv", line: 3},
        {facility_id: "F3", file_name: "facilities.csv", line: 4},
        {facility_id: "F6", file_name: "facilities.csv", line: 7}
      ]);
      expect(
        await rows(
          engine,
          `select cast(source_line as integer) as line, delivery from quarantine
           left join load_batches on load_batches.batch_id = replayed_in order by line`
        )
      ).toEqual([
        {line: 3, delivery: "replay"},
        {line: 4, delivery: "replay"},
        {line: 5, delivery: null},
        {line: 6, delivery: null},
        {line: 7, delivery: "replay"}
      ]);
    });
  });

  it("changes nothing when it is made again", async () => {
    await inMemory(async (engine) => {
      await loadSource(engine, wrong, await writeBank(CREDIT_BANK));
      await replayQuarantine(engine, corrected);
      const before = await contents(engine);
      expect(await replayQuarantine(engine, corrected)).toEqual({replayed: 0, stillQuarantined: 2});
      expect(await contents(engine)).toEqual(before);
    });
  });

  it("gives the rows that a load under the corrected mapping gives", async () => {
    const folder = await writeBank(CREDIT_BANK);
    const loaded = await inMemory(async (engine) => {
      await loadSource(engine, corrected, folder);
      return await facilities(engine);
    });
    await inMemory(async (engine) => {
      await loadSource(engine, wrong, folder);
      await replayQuarantine(engine, corrected);
      expect(await facilities(engine)).toEqual(loaded);
    });
  });
});
