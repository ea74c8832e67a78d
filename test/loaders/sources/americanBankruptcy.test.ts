import {existsSync} from "node:fs";
import {join, resolve} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {loadSource, type LoadReport} from "#loaders/load.js";
import {sourceOf} from "#loaders/source.js";
import {openDuckDB} from "#warehouse/engine/duckdb.js";
import {literal, type Engine} from "#warehouse/engine/engine.js";
import {rows} from "../support/warehouse.js";

const folder = resolve("../shared/data/american_bankruptcy");

describe.skipIf(!existsSync(folder))("source american-bankruptcy (skipped where ../shared/data is not there)", () => {
  let engine: Engine;
  let report: LoadReport;

  beforeAll(async () => {
    engine = await openDuckDB(":memory:");
    report = await loadSource(engine, sourceOf("american-bankruptcy"), folder);
  });
  afterAll(() => engine.close());

  it("takes in 77,712 firm-years of 8,960 firms and 609 bankruptcies; seven impossible stocks are missing", async () => {
    expect(report.tables).toEqual([
      {extract: "obligors", rowsIn: 8_960, loaded: 8_960, duplicates: 0, quarantined: 0, leftOut: 0},
      {extract: "financial_statements", rowsIn: 77_712, loaded: 77_712, duplicates: 0, quarantined: 0, leftOut: 0},
      {extract: "credit_events", rowsIn: 609, loaded: 609, duplicates: 0, quarantined: 0, leftOut: 0}
    ]);
    const missing = await rows(
      engine,
      `select
         count(*) filter (where current_assets is null) as current_assets,
         count(*) filter (where receivables is null) as receivables,
         count(*) filter (where long_term_debt is null) as long_term_debt
       from stg_financial_statements`
    );
    expect(missing).toEqual([{current_assets: 6n, receivables: 1n, long_term_debt: 1n}]);
  });

  it("turns the first firm-year into USD, item by item", async () => {
    // C_1, 1999: X9 1024.333, X2 833.107, X18 935.302, X3 18.373, X6 35.163, X10 740.998, X17 401.483, in millions
    const [first] = await rows(
      engine,
      "select * from stg_financial_statements order by obligor_id, period_end limit 1"
    );
    expect(first).toMatchObject({
      obligor_id: "C_1",
      period_end: "1999-12-31",
      period_type: "annual",
      published_date: "2000-04-29",
      revenue: 1_024_333_000,
      cost_of_sales: 833_107_000,
      operating_expense: 120_568_000,
      depreciation: 18_373_000,
      net_income: 35_163_000,
      total_assets: 740_998_000,
      total_liabilities: 401_483_000,
      equity: 339_515_000,
      cash: null,
      interest_expense: null
    });
  });

  it("gives back EBIT (X12) as revenue less both costs, but for 10 firm-years that contradict themselves", async () => {
    const off = await rows(
      engine,
      `select count(*) as n
       from stg_financial_statements as staged
       join read_parquet(${literal(join(folder, "american_bankruptcy.parquet"))}) as said
         on said.company_name = staged.obligor_id and said.year = year(staged.period_end)
       where abs(revenue - cost_of_sales - operating_expense - X12 * 1000000) > 10000`
    );
    expect(off).toEqual([{n: 10n}]);
  });

  it("dates each bankruptcy a stated lag after the firm's last statement", async () => {
    expect(
      await rows(
        engine,
        `select distinct event_type, event_date - last_end as lag, published_date = event_date as is_known_at_once
         from stg_credit_events
         join (select obligor_id, max(period_end) as last_end from stg_financial_statements group by obligor_id)
           using (obligor_id)`
      )
    ).toEqual([{event_type: "bankruptcy_filing", lag: 365n, is_known_at_once: true}]);
  });

  it("observes each April, when last year's statement is known", async () => {
    const late = await rows(
      engine,
      `select 1 from stg_financial_statements where published_date > make_date(year(period_end) + 1, 4, 30)`
    );
    expect(late).toEqual([]);
    const calendar = await rows(
      engine,
      "select min(observation_date) as a, max(observation_date) as z, count(*) as n from stg_calendar"
    );
    expect(calendar).toEqual([{a: "2000-04-30", z: "2019-04-30", n: 20n}]);
  });
});
