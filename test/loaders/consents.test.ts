import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {EXTRACTS} from "#loaders/contracts/index.js";
import {loadSource, type LoadReport} from "#loaders/load.js";
import {sourceOf} from "#loaders/source.js";
import {neededConsents, partyColumn} from "#loaders/staging/consents.js";
import {stageViews} from "#loaders/staging/views.js";
import {openDuckDB} from "#warehouse/engine/duckdb.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {facility, obligor, writeBank, type Bank, type Cells} from "./support/smallBank.js";
import {consent, personalRows, WITHHELD} from "./support/consented.js";
import {inMemory, rows} from "./support/warehouse.js";

const demo = sourceOf("demo");
const ALL = ["account_transactions", "invoices", "orders", "receivables"];

/** What each party has agreed to, and which extracts may then show it on 2025-12-31, the last day of the data. */
const PARTIES: Readonly<Record<string, {consents: readonly Cells[]; shows: readonly string[]}>> = {
  agreed: {consents: consent("agreed"), shows: ALL},
  silent: {consents: [], shows: []},
  "until-the-last-day": {consents: consent("until-the-last-day", {expires_date: "2025-12-31"}), shows: ALL},
  expired: {consents: consent("expired", {expires_date: "2025-12-30"}), shows: []},
  renewed: {
    consents: [
      ...consent("renewed", {expires_date: "2023-12-31"}),
      ...consent("renewed", {granted_date: "2024-01-01", published_date: "2024-01-01"})
    ],
    shows: ALL
  },
  "withdrawn-that-day": {consents: consent("withdrawn-that-day", {withdrawn_date: "2025-12-31"}), shows: []},
  "withdrawn-the-day-after": {consents: consent("withdrawn-the-day-after", {withdrawn_date: "2026-01-01"}), shows: ALL},
  "granted-later": {
    consents: consent("granted-later", {granted_date: "2026-01-01", published_date: "2026-01-01"}),
    shows: []
  },
  "known-later": {consents: consent("known-later", {published_date: "2026-01-01"}), shows: []},
  "other-purpose": {consents: consent("other-purpose", {purpose: "relationship"}), shows: []},
  "erp-alone": {
    consents: consent("erp-alone").filter(({data_category: category}) => category === "erp"),
    shows: ["orders", "receivables"]
  },
  "accounts-alone": {
    consents: consent("accounts-alone").filter(({data_category: category}) => category === "account_flows"),
    shows: ["account_transactions"]
  }
};

const NAMES = Object.keys(PARTIES);
const BANK: Bank = {
  consents: NAMES.flatMap((name) => PARTIES[name]!.consents),
  obligors: NAMES.map((name) => obligor(name, {name: `公司 ${name}`})),
  facilities: NAMES.map((name) => facility(`F-${name}`, name)),
  ...personalRows(NAMES)
};

describe("what rests on consent", () => {
  let engine: Engine;
  let report: LoadReport;

  beforeAll(async () => {
    engine = await openDuckDB(":memory:");
    report = await loadSource(engine, demo, await writeBank(BANK));
  });
  afterAll(() => engine.close());

  it("is what the contracts of these extracts say, all columns of them", () => {
    const resting = EXTRACTS.filter((contract) => neededConsents(contract).length > 0);
    expect(resting.map(({name}) => name).sort()).toEqual(ALL);
    expect(resting.map(partyColumn)).toEqual(resting.map(() => "obligor_id"));
  });

  it.each(NAMES)("leaves staging for the party that is %s only as far as it agreed", async (name) => {
    for (const extract of ALL) {
      const shown = await rows(engine, `select obligor_id from stg_${extract} where obligor_id = '${name}'`);
      expect(shown.length, extract).toBe(PARTIES[name]!.shows.includes(extract) ? 1 : 0);
    }
  });

  it("stands nowhere in staging where it is withheld, not in part and not in another table", async () => {
    const tables = await rows(
      engine,
      "select table_name as name from information_schema.tables where starts_with(table_name, 'stg_') order by name"
    );
    expect(tables.length).toBeGreaterThan(EXTRACTS.length);
    const seen: string[] = [];
    for (const {name} of tables) {
      const found = await rows(engine, `select cast(to_json(t) as varchar) as text from "${String(name)}" as t`);
      seen.push(...found.flatMap(({text}) => String(text).match(/canary-[a-z_]+-of-[a-z-]+/g) ?? []));
    }
    const allowed = NAMES.flatMap((name) => PARTIES[name]!.shows.map((extract) => `canary-${extract}-of-${name}`));
    expect([...new Set(seen)].sort()).toEqual(allowed.sort());
  });

  it("does not touch what rests on the contract", async () => {
    for (const extract of ["obligors", "facilities"]) {
      const found = await rows(engine, `select distinct obligor_id from stg_${extract} order by obligor_id`);
      expect(found.map(({obligor_id: id}) => id)).toEqual([...NAMES].sort());
    }
  });

  it("stays in raw, and is counted as withheld", async () => {
    const withheld = ALL.map((extract) => ({
      extract,
      rows: NAMES.filter((name) => !PARTIES[name]!.shows.includes(extract)).length
    }));
    expect([...report.withheld].sort((a, b) => (a.extract < b.extract ? -1 : 1))).toEqual(withheld);
    for (const extract of ALL) {
      const [{n}] = (await rows(engine, `select count(*) as n from raw_${extract}`)) as [{n: bigint}];
      expect(Number(n)).toBe(NAMES.length);
    }
  });
});

describe("a withdrawal", () => {
  const granted: Bank = {
    consents: [...consent("A"), ...consent("B")],
    obligors: [obligor("A", {}), obligor("B", {})],
    ...personalRows(["A", "B"])
  };
  const withdrawn: Bank = {
    consents: [...consent("A", {withdrawn_date: "2025-06-30"}), ...consent("B")],
    obligors: granted["obligors"]!
  };

  it("takes effect with the load that brings it, and a later consent gives the rows back", async () => {
    await inMemory(async (engine) => {
      await loadSource(engine, demo, await writeBank(granted));
      expect(await parties(engine)).toEqual(["A", "B"]);
      const {withheld} = await loadSource(engine, demo, await writeBank(withdrawn));
      expect(await parties(engine)).toEqual(["B"]);
      expect(withheld.map(({rows: count}) => count)).toEqual([1, 1, 1, 1]);
      expect(await rows(engine, "select count(*) as n from raw_invoices where outcome is null")).toEqual([{n: 2n}]);
      const again = consent("A", {granted_date: "2025-09-01", published_date: "2025-09-01"});
      await loadSource(engine, demo, await writeBank({...withdrawn, consents: [...withdrawn["consents"]!, ...again]}));
      expect(await parties(engine)).toEqual(["A", "B"]);
    });
  });

  it("also holds where the warehouse is read as it was before", async () => {
    await inMemory(async (engine) => {
      await loadSource(engine, demo, await writeBank(granted));
      const [{batch}] = (await rows(engine, "select max(batch_id) as batch from load_batches")) as [{batch: number}];
      await loadSource(engine, demo, await writeBank(withdrawn));
      await stageViews(engine, demo, {asOfBatch: batch});
      expect(await parties(engine)).toEqual(["B"]);
      expect(await rows(engine, "select distinct withdrawn_date from stg_consents")).toEqual([{withdrawn_date: null}]);
    });
  });
});

it("a source that is public, or invented, needs no consent of its parties", async () => {
  const invented = {...demo, consents: {basis: "synthetic", why: {en: "Invented", zh: "虚构"}}} as const;
  const bank = await writeBank(BANK);
  await inMemory(async (engine) => {
    const {withheld} = await loadSource(engine, invented, bank);
    expect(await parties(engine)).toEqual([...NAMES].sort());
    expect(withheld).toEqual([]);
  });
});

/** Whose rows are staged, in every extract that rests on consent. */
async function parties(engine: Engine): Promise<unknown[]> {
  const named: unknown[][] = [];
  for (const extract of WITHHELD) {
    const shown = await rows(engine, `select obligor_id from stg_${extract} order by obligor_id`);
    named.push(shown.map(({obligor_id: id}) => id));
    expect(named.at(-1), extract).toEqual(named[0]);
  }
  return named[0]!;
}
