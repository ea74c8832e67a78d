import {appendFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {loadSource} from "#loaders/load.js";
import {sourceOf} from "#loaders/source.js";
import {UserError} from "#warehouse/engine/userError.js";
import {consent, personalRows} from "../support/consented.js";
import {demoWith} from "../support/exposureSource.js";
import {credit, creditSource} from "../support/mappedBank.js";
import {
  creditEvent,
  exposure,
  facility,
  obligor,
  SMALL_BANK,
  withRows,
  writeBank,
  type Bank,
  type Cells
} from "../support/smallBank.js";
import {inMemory, rows} from "../support/warehouse.js";

const demo = sourceOf("demo");

describe("loading guards history", () => {
  it("against a full delivery without a row, which would end all that is in force", async () => {
    const first = await writeBank(withRows(SMALL_BANK, "credit_events", creditEvent("E1", "O1")));
    const second = await writeBank(SMALL_BANK);
    await writeFile(join(second, "credit_events.csv"), `${Object.keys(creditEvent("E1", "O1")).join(",")}\n`);
    await inMemory(async (engine) => {
      await loadSource(engine, demo, first);
      const refused: unknown = await loadSource(engine, demo, second).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(UserError);
      expect((refused as UserError).message).toMatch(
        /^credit_events\.csv: the file has no rows, .* would end all 1 of/
      );
      expect(await rows(engine, "select event_id from stg_credit_events")).toEqual([{event_id: "E1"}]);
    });
  });

  it("by ending nothing where a line of a full delivery cannot be read: it may be the row that seems to lack", async () => {
    const first = await writeBank(SMALL_BANK);
    const second = await writeBank({...SMALL_BANK, exposures: SMALL_BANK["exposures"]!.slice(0, 2)});
    await appendFile(join(second, "exposures.csv"), "F2,2020-02-29\n");
    await inMemory(async (engine) => {
      await loadSource(engine, demo, first);
      const {batches} = await loadSource(engine, demo, second);
      expect(batches).toMatchObject([{extract: "exposures", quarantined: 1, ended: 0}]);
      expect(await rows(engine, "select facility_id from stg_exposures where facility_id = 'F2'")).toHaveLength(1);
    });
  });

  it("by keeping the order of a file under a filter of two hundred codes", async () => {
    const codes = Array.from({length: 200}, (_, nth) => `C${nth}`);
    const lines = Array.from({length: 120_000}, (_, nth) => `F${nth >> 1},O1,${(nth & 1) + 1},C${(nth >> 1) % 200}`);
    const source = creditSource({where: [{column: "渠道", in: codes}]});
    const folder = await writeBank({obligors: [obligor("O1", {})]});
    const [header, values] = [Object.keys(credit("x")), Object.values(credit("x"))];
    const at = (name: string) => header.indexOf(name);
    const text = lines.map((line) => {
      const [id, , limit, code] = line.split(",") as [string, string, string, string];
      const row = [...values];
      row[at(header.find((name) => credit(id)[name] === id)!)] = id;
      row[at("额度")] = limit;
      return [...row, code].join(",");
    });
    await writeFile(join(folder, "facilities.csv"), `${[...header, "渠道"].join(",")}\n${text.join("\n")}\n`);
    await inMemory(async (engine) => {
      await loadSource(engine, source, folder, {quarantineLimit: 1});
      expect(await rows(engine, `select "limit", count(*) as n from stg_facilities group by all`)).toEqual([
        {limit: 1, n: 60_000n}
      ]);
    });
  }, 120_000);
});

describe("loading reads what stands there", () => {
  it("keeps every digit of a number in JSON Lines", async () => {
    const source = demoWith({facilities: {files: ["facilities.jsonl"]}});
    const folder = await writeBank({
      obligors: [obligor("12345678901234567891", {}), obligor("12345678901234567892", {})]
    });
    const one = JSON.stringify({...facility("F1", "O"), limit: "LIMIT", obligor_id: "PARTY", annual_rate: 0.05});
    const line = one.replace('"LIMIT"', "1234567890123456.78").replace('"PARTY"', "12345678901234567892");
    await writeFile(join(folder, "facilities.jsonl"), `${line}\n`);
    await inMemory(async (engine) => {
      await loadSource(engine, source, folder);
      expect(
        await rows(engine, `select obligor_id, cast("limit" as varchar) as amount, annual_rate from stg_facilities`)
      ).toEqual([{obligor_id: "12345678901234567892", amount: "1234567890123456.78", annual_rate: 0.05}]);
    });
  });

  it.each(["2020-03-31abc", "2020-03-31 10:00:00", "2020 03 31", "inf"])("takes %s for no day", async (written) => {
    const folder = await writeBank(withRows(SMALL_BANK, "exposures", exposure("F1", written)));
    await inMemory(async (engine) => {
      await loadSource(engine, demo, folder);
      expect(await rows(engine, "select rule, value from quarantine")).toEqual([{rule: "not_a_date", value: written}]);
    });
  });

  it.each(["2020-03-31 00:00:00", "2020/3/31", "2020-3-31"])("takes %s for the last day of March", async (written) => {
    const folder = await writeBank(withRows(SMALL_BANK, "exposures", exposure("F1", written)));
    await inMemory(async (engine) => {
      await loadSource(engine, demo, folder);
      expect(await rows(engine, "select facility_id from stg_exposures where month_end = date '2020-03-31'")).toEqual([
        {facility_id: "F1"}
      ]);
    });
  });

  it("converts half a fen away from zero, in decimals", async () => {
    const rate: Cells = {currency: "USD", rate_date: "2019-01-01", rate: "6.1", published_date: "2019-01-01"};
    const bank: Bank = {
      obligors: [obligor("O1", {})],
      fx_rates: [rate],
      facilities: [credit("half", {额度: "5.45", 币种: "USD"}), credit("long", {额度: "1234567890123.45", 币种: "USD"})]
    };
    const folder = await writeBank(bank);
    await inMemory(async (engine) => {
      await loadSource(engine, creditSource(), folder);
      expect(
        await rows(engine, `select cast("limit" as varchar) as amount from stg_facilities order by facility_id`)
      ).toEqual([{amount: "33.25"}, {amount: "7530864129753.05"}]); // 33.245 and 7530864129753.045
    });
  });
});

describe("a consent in quarantine", () => {
  it("may be a withdrawal: the party has no ground until a good one comes", async () => {
    const parties = ["O1"];
    const bank = {obligors: [obligor("O1", {})], ...personalRows(parties), consents: consent("O1")};
    const spoilt = {...bank, consents: consent("O1", {withdrawn_date: "2024/06/31"})};
    const good = {...bank, consents: consent("O1", {expires_date: "2030-12-31"})};
    const seen = async (engine: Parameters<typeof rows>[0]) =>
      (await rows(engine, "select * from stg_invoices")).length;
    await inMemory(async (engine) => {
      await loadSource(engine, demo, await writeBank(bank));
      expect(await seen(engine)).toBeGreaterThan(0);
      await loadSource(engine, demo, await writeBank(withRows({...spoilt}, "consents", ...consent("O2"))), {
        quarantineLimit: 1
      });
      expect(await seen(engine)).toBe(0);
      await loadSource(engine, demo, await writeBank(good));
      expect(await seen(engine)).toBeGreaterThan(0);
    });
  });
});
