import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {BuiltTable} from "#pipeline/features/build.js";
import {featureTables} from "../../support/features.js";
import {countOf, everyExtract, growingBank, unlikeFullBuild, type GrowingBank} from "./growingBank.js";

const OBLIGORS = 40;

describe("features after a delivery", () => {
  let bank: GrowingBank;
  let built: ReadonlyMap<string, number>;

  const deliver = async (extracts: readonly string[], last: string) => {
    built = byName(await bank.deliver(extracts, last));
  };
  const pairs = async (condition = "true") =>
    await countOf(bank.warehouse, `select 1 from feat_observations where ${condition}`);

  beforeAll(async () => {
    bank = await growingBank(OBLIGORS);
    await hideAfter(bank, "2025-10-31");
    await deliver(everyExtract, "2025-10-31");
  }, 300_000);
  afterAll(() => bank.close());

  it("are all built at first", async () => {
    const all = await pairs();
    expect(all).toBeGreaterThan(1000);
    expect(built).toEqual(new Map([...featureTables.keys()].map((name) => [name, all])));
  });

  it("are built of nothing when nothing came", async () => {
    await deliver([], "2025-10-31");
    expect(changed(built)).toEqual([]);
  });

  it("of an added month are those of a build of everything, and nothing else was touched", async () => {
    await showUntil(bank, "2025-11-30");
    await deliver(everyExtract, "2025-11-30");
    const added = await pairs("observation_date = date '2025-11-30'");
    expect(added).toBeGreaterThan(20);
    for (const table of OWN_FACTS) expect(built.get(table), table).toBe(added);
    expect(await unlikeFullBuild(bank.warehouse)).toEqual([]);
  });

  it("follow a statement that was corrected, from the day on which it was known, and in its obligor alone", async () => {
    await bank.systems.run(`create table corrected as select obligor_id, period_end from financial_statements
      where period_type = 'annual' and published_date between '2024-01-01' and '2025-06-30' order by all limit 1;
      update financial_statements set revenue = cast(cast(revenue as decimal(18, 2)) + 1000 as varchar)
      where (obligor_id, period_end) in (from corrected)`);
    await deliver(["financial_statements"], "2025-11-30");
    const moved = `obligor_id = (select min(obligor_id) from raw_financial_statements where superseded_by is not null)
      and observation_date >= (select min(published_date) from raw_financial_statements where superseded_by is not null)`;
    const touched = await pairs(moved);
    expect(touched).toBeGreaterThan(4);
    expect(built.get("feat_statements")).toBe(touched);
    expect(built.get("feat_repayments")).toBe(0);
  });

  it("follow invoices that come years late", async () => {
    await bank.systems.run(`insert into invoices by name
      select * replace ('late' || invoice_id as invoice_id, '2023-05-05' as invoice_date) from invoices
      where obligor_id in (select obligor_id from invoices group by all order by count(*) desc, obligor_id limit 1 offset 1) limit 50`);
    await deliver(["invoices"], "2025-11-30");
    expect(built.get("feat_invoices")).toBeGreaterThan(10);
    expect(built.get("feat_invoices")).toBeLessThan(60);
    expect(built.get("feat_statements")).toBe(0);
  });

  it("forget what rests on a consent that was withdrawn", async () => {
    await bank.systems.run(`update consents set withdrawn_date = '2025-11-15'
      where party_id in (select obligor_id from invoices group by all order by count(*) desc, obligor_id limit 1)`);
    await deliver(["consents"], "2025-11-30");
    expect(built.get("feat_invoices")).toBeGreaterThan(10);
    expect(built.get("feat_statements")).toBe(0);
    expect(await unlikeFullBuild(bank.warehouse)).toEqual([]);
  });

  it("follow an extension from the day on which it was known, in its obligor alone", async () => {
    await bank.systems.run(`create table prolonged as select * from facilities
      where facility_id = (select min(facility_id) from exposures where month_end = '2025-06-30') order by valid_from desc limit 1;
      insert into facilities select * replace
        ('2025-05-05' as valid_from, '2025-06-20' as published_date, '2031-01-20' as maturity_date) from prolonged`);
    await deliver(["facilities"], "2025-11-30");
    const [owner] = ["select min(obligor_id) from raw_facilities where maturity_date = date '2031-01-20'"];
    const touched = await pairs(`obligor_id = (${owner}) and observation_date >= date '2025-06-20'`);
    expect(touched).toBe(6);
    expect(built.get("feat_facilities")).toBe(touched);
    expect(built.get("feat_exposures")).toBe(touched);
    expect(built.get("feat_statements")).toBe(0);
    expect(await unlikeFullBuild(bank.warehouse)).toEqual([]);
  });

  it("follow what comes out of quarantine", async () => {
    await bank.systems.run(`create table opened as select * replace ('F-NEW' as facility_id) from facilities
      where facility_id = (select max(facility_id) from exposures where month_end = '2025-06-30');
      insert into exposures select * replace ('F-NEW' as facility_id) from exposures
      where month_end >= '2025-06-30' and facility_id = (select max(facility_id) from exposures where month_end = '2025-06-30')`);
    await deliver(["exposures"], "2025-11-30");
    await bank.systems.run("insert into facilities from opened");
    await deliver(["facilities"], "2025-11-30");
    built = byName(await bank.replay("2025-11-30"));
    expect(await countOf(bank.warehouse, "from stg_exposures where facility_id = 'F-NEW'")).toBeGreaterThan(0);
    expect(built.get("feat_exposures")).toBeGreaterThan(0);
    expect(built.get("feat_statements")).toBe(0);
  });

  it("go with an obligor that left the book", async () => {
    const before = await pairs();
    await bank.systems.run(`delete from exposures where facility_id in
      (select facility_id from facilities where obligor_id = (select min(obligor_id)
        from facilities inner join exposures using (facility_id) where month_end > '2025-01-01'))`);
    await deliver(["exposures"], "2025-11-30");
    expect(await pairs()).toBeLessThan(before);
  });

  it("follow a rate of exchange that was corrected", async () => {
    await bank.systems.run(
      "update fx_rates set rate = cast(cast(rate as double) * 1.5 as varchar) where rate_date >= '2024-06-01'"
    );
    await deliver(["fx_rates"], "2025-11-30");
    expect(await unlikeFullBuild(bank.warehouse)).toEqual([]);
  });

  it("follow anything else that changes, whatever it is", async () => {
    for (const [extracts, sql] of SURPRISES) {
      await bank.systems.run(sql);
      await deliver(extracts, "2025-11-30");
      const isThere = (await countOf(bank.warehouse, `from raw_${extracts[0]!} where outcome is null`)) > 0;
      expect(changed(built).length > 0, sql).toBe(isThere);
    }
    expect(await unlikeFullBuild(bank.warehouse)).toEqual([]);
  }, 240_000);
});

/** Tables that only facts of the obligor itself move, of extracts in which nothing comes late. */
const OWN_FACTS = ["feat_statements", "feat_invoices"];

const SURPRISES: readonly (readonly [string[], string])[] = [
  [
    ["facilities"],
    "update facilities set annual_rate = '0.0912' where facility_id in (select facility_id from facilities order by all limit 3)"
  ],
  [
    ["obligors"],
    "update obligors set group_id = 'ONE' where obligor_id in (select distinct obligor_id from obligors order by all limit 4)"
  ],
  [
    ["macro_series", "industry_series"],
    "update macro_series set value = '0.5' where period_end like '2024-0%'; update industry_series set value = '0.5' where period_end like '2025-0%'"
  ],
  [
    ["credit_events", "repayments"],
    "delete from credit_events where hash(event_id) % 3 = 0; update repayments set paid_date = null, amount_paid = '0' where due_date = '2025-04-20'"
  ],
  [
    ["guarantees", "collateral"],
    "delete from guarantees where hash(guarantee_id) % 3 = 0; delete from collateral where hash(collateral_id) % 5 = 0"
  ],
  [
    ["receivables", "orders"],
    "delete from receivables where hash(receivable_id) % 7 = 0; update orders set cancelled_date = null"
  ],
  [["project_cashflows", "projects"], "delete from project_cashflows where period_end > '2024-12-31'"],
  [
    ["interactions", "qualitative_reviews"],
    "delete from interactions where hash(interaction_id) % 4 = 0; delete from qualitative_reviews where review_date > '2025-01-01'"
  ],
  [["account_transactions"], "update account_transactions set amount = '77' where hash(transaction_id) % 999 = 0"]
];

const byName = (tables: readonly BuiltTable[]) => new Map(tables.map(({name, built}) => [name, built]));

/** Tables of which something was built, but for the pairs themselves. */
const changed = (built: ReadonlyMap<string, number>) =>
  [...built].filter(([name, rows]) => name !== "feat_observations" && rows > 0).map(([name]) => name);

/** Facts by the column of the day on which each became known. */
const KNOWN: Readonly<Record<string, string>> = {
  financial_statements: "published_date",
  exposures: "month_end",
  repayments: "due_date",
  account_transactions: "transaction_date",
  invoices: "invoice_date",
  receivables: "invoice_date",
  orders: "order_date",
  interactions: "interaction_date",
  credit_events: "published_date",
  macro_series: "published_date",
  industry_series: "published_date",
  relationship_income: "published_date",
  collateral: "published_date"
};

/** Puts aside the facts that the bank has yet to learn. */
async function hideAfter({systems}: GrowingBank, day: string): Promise<void> {
  for (const [extract, known] of Object.entries(KNOWN)) {
    await systems.run(`create table hidden_${extract} as select * from ${extract} where ${known} > '${day}';
      delete from ${extract} where ${known} > '${day}'`);
  }
}

async function showUntil({systems}: GrowingBank, day: string): Promise<void> {
  for (const [extract, known] of Object.entries(KNOWN)) {
    await systems.run(`insert into ${extract} select * from hidden_${extract} where ${known} <= '${day}'`);
  }
}
