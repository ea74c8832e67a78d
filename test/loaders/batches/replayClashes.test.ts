import {describe, expect, it} from "vitest";
import {replayQuarantine} from "#loaders/batches/replay.js";
import {loadSource} from "#loaders/load.js";
import {sourceOf} from "#loaders/source.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {imbalances} from "../support/balance.js";
import {
  correctedSource as corrected,
  credit,
  CREDIT_BANK,
  creditSource,
  facilities,
  stillOpen
} from "../support/mappedBank.js";
import {exposure, obligor, SMALL_BANK, withRows, writeBank, type Bank} from "../support/smallBank.js";
import {contents, inMemory, rows} from "../support/warehouse.js";

const obligors = [obligor("O1", {})];
const wrong = creditSource();

describe("a replay of rows that clash with others", () => {
  it("loads rows whose parents came later, or leave the quarantine with them", async () => {
    const exposures = ["F1", "F2", "F8", "F9"].map((id) => exposure(id, "2020-02-29"));
    const childrenFirst = {...corrected, extracts: corrected.extracts.toReversed()};
    await inMemory(async (engine) => {
      await loadSource(engine, wrong, await writeBank({...CREDIT_BANK, exposures}));
      expect(await exposed(engine)).toEqual(["F1"]);
      await loadSource(engine, wrong, await writeBank({obligors, facilities: [credit("F8")]}));
      expect(await replayQuarantine(engine, childrenFirst)).toEqual({replayed: 5, stillQuarantined: 3});
      expect(await exposed(engine)).toEqual(["F1", "F2", "F8"]);
    });
  });

  it("does not let a row take the place of the one that it was quarantined for", async () => {
    const bank = withRows({obligors, facilities: [credit("F1")]}, "facilities", credit("F1", {额度: "7"}));
    await inMemory(async (engine) => {
      await loadSource(engine, wrong, await writeBank(bank));
      const before = await contents(engine);
      expect(await replayQuarantine(engine, corrected)).toEqual({replayed: 0, stillQuarantined: 1});
      expect(await contents(engine)).toEqual(before);
    });
  });

  it("does not let an old row take the place of one that came after it", async () => {
    await inMemory(async (engine) => {
      await loadSource(engine, wrong, await writeBank(CREDIT_BANK));
      await loadSource(engine, wrong, await writeBank({obligors, facilities: [credit("F2", {额度: "9"})]}));
      await replayQuarantine(engine, corrected);
      expect(await limitOf(engine, "F2")).toBe("9.00");
    });
  });

  it("lets a row correct one that came before it", async () => {
    await inMemory(async (engine) => {
      await loadSource(engine, wrong, await writeBank(CREDIT_BANK));
      await loadSource(
        engine,
        wrong,
        await writeBank({obligors, facilities: [credit("F1", {额度: "9", 品种: "固贷"}), credit("F7")]})
      );
      expect(await limitOf(engine, "F1")).toBe("1000.00");
      await replayQuarantine(engine, corrected);
      expect(await limitOf(engine, "F1")).toBe("9.00");
    });
  });

  it("tells rows of the same line of files of one name apart, and lets the latest count", async () => {
    const second: Bank = {
      obligors,
      facilities: [
        credit("F7"),
        credit("G2", {品种: "固贷"}),
        credit("F3", {起始: "30.01.2020"}),
        credit("G4", {额度: "-1"})
      ]
    };
    await inMemory(async (engine) => {
      await loadSource(engine, wrong, await writeBank(CREDIT_BANK));
      await loadSource(engine, wrong, await writeBank(second));
      await replayQuarantine(engine, corrected);
      const loaded = await facilities(engine);
      expect(loaded.map(({facility_id: id}) => id)).toEqual(["F1", "F2", "F3", "F6", "F7", "G2"]);
      expect(loaded.find(({facility_id: id}) => id === "F3")!["start_date"]).toBe("2020-01-30");
      expect(await stillOpen(engine)).toEqual([
        "4 facility_id, valid_from key_conflict F3, 2020-01-31",
        "5 limit sign -1",
        "5 limit sign -5",
        "6 limit sign -5"
      ]);
      expect(await imbalances(engine)).toEqual([]);
    });
  });
});

describe("a replay of a source that is delivered in full", () => {
  it("leaves rows of an earlier delivery where they are: the last one says all there is", async () => {
    const full = {...wrong, extracts: wrong.extracts.map((extract) => ({...extract, delivery: "full" as const}))};
    const fullCorrected = {
      ...full,
      extracts: corrected.extracts.map((extract) => ({...extract, delivery: "full" as const}))
    };
    await inMemory(async (engine) => {
      await loadSource(engine, full, await writeBank(CREDIT_BANK));
      await loadSource(
        engine,
        full,
        await writeBank({obligors, facilities: [credit("F1"), credit("F6", {品种: "固贷"})]})
      );
      expect(await replayQuarantine(engine, fullCorrected)).toMatchObject({replayed: 1});
      expect((await facilities(engine)).map(({facility_id: id}) => id)).toEqual(["F1", "F6"]);
    });
  });

  it("under the same mapping changes nothing", async () => {
    const bank = withRows(
      SMALL_BANK,
      "exposures",
      exposure("F9", "2020-01-31"),
      exposure("F1", "2020-01-31"),
      exposure("F1", "2020-02-29", {drawn: "3"}),
      exposure("F1", "2020-03-31", {drawn: "-3"})
    );
    const source = sourceOf("demo");
    await inMemory(async (engine) => {
      await loadSource(engine, source, await writeBank(bank));
      const before = await contents(engine);
      expect(await replayQuarantine(engine, source)).toEqual({replayed: 0, stillQuarantined: 3});
      expect(await contents(engine)).toEqual(before);
    });
  });
});

async function exposed(engine: Engine): Promise<unknown[]> {
  const found = await rows(engine, "select facility_id from stg_exposures order by facility_id");
  return found.map(({facility_id: id}) => id);
}

async function limitOf(engine: Engine, id: string): Promise<unknown> {
  const [found] = await rows(
    engine,
    `select cast("limit" as varchar) as text from stg_facilities where facility_id = '${id}'`
  );
  return found!["text"];
}
