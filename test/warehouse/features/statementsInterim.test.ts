import {describe, expect, it} from "vitest";
import type {StagedRow} from "../../support/stagedBank.js";
import {annual, observed, observedOn, TABLES, toDate, type FeatureRow} from "../../support/statementFeatures.js";

const year2018 = annual(2018, {
  revenue: 1000,
  cost_of_sales: 600,
  operating_expense: 300,
  depreciation: 40,
  interest_expense: 20,
  net_income: 60,
  operating_cash_flow: 80,
  cash: 50,
  receivables: 90,
  short_term_debt: 300,
  total_assets: 1000
});

const months9of2018 = toDate("2018-09-30", "2018-11-10", {
  revenue: 750,
  cost_of_sales: 450,
  operating_expense: 240,
  depreciation: 30,
  interest_expense: 15,
  net_income: 40,
  operating_cash_flow: 50,
  short_term_debt: 288,
  total_liabilities: 576,
  total_assets: 960
});

const months6of2018 = toDate("2018-06-30", "2018-08-10", {revenue: 500});

const months6of2019 = toDate("2019-06-30", "2019-08-10", {
  revenue: 560,
  cost_of_sales: 336,
  operating_expense: 168,
  cash: 48,
  receivables: 106,
  short_term_debt: 100,
  long_term_debt: 216,
  total_assets: 1100
});

const months9of2019 = toDate("2019-09-30", "2019-11-10", {
  revenue: 900,
  cost_of_sales: 540,
  operating_expense: 270,
  depreciation: 36,
  interest_expense: 18,
  net_income: 45,
  operating_cash_flow: 70,
  cash: 60,
  receivables: 130,
  inventory: 72,
  total_assets: 1200,
  short_term_debt: 130,
  current_liabilities: 240,
  long_term_debt: 230,
  total_liabilities: 660
});

const all = [year2018, months9of2018, months6of2018, months6of2019, months9of2019];
const without = (gone: StagedRow) => all.filter((statement) => statement !== gone);

async function interimOn(day: string, statements: readonly StagedRow[]): Promise<FeatureRow> {
  return await observedOn(TABLES.interim, day, statements);
}

function expectFigures(row: FeatureRow, figures: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(figures)) expect(row[name], name).toBeCloseTo(value, 12);
}

const figuresOf = (prefix: string) => Object.keys(TABLES.interim.columns).filter((name) => name.startsWith(prefix));

describe("nine months of a year", () => {
  it("are those computed by hand", async () => {
    const row = await interimOn("2019-11-30", all);
    const figures = {
      latest_statement_age_days: 61, // 31 of October and 30 of November
      revenue_to_date_growth_rate: 0.2, // 900 / 750 - 1
      operating_margin_to_date_change_rate: 0.02, // 90 / 900 - 60 / 750
      debt_year_change_ratio: 0.075, // (360 - 288) / 960
      leverage_year_change_ratio: -0.05, // 660 / 1200 - 576 / 960
      // The last twelve months: sales 1000 + 900 - 750, and so on.
      trailing_revenue_growth_rate: 0.15, // 1150 / 1000 - 1
      trailing_operating_margin_rate: 130 / 1150, // 100 + 90 - 60
      trailing_return_on_assets_rate: 65 / 1200, // 60 + 45 - 40
      trailing_interest_cover_ratio: 130 / 23, // 20 + 18 - 15
      trailing_debt_to_ebitda_ratio: 360 / 176, // 140 + 126 - 90
      trailing_cash_flow_to_liabilities_ratio: 100 / 660, // 80 + 70 - 50
      trailing_receivable_days: (365 * 130) / 1150,
      trailing_inventory_days: (365 * 72) / 690, // 600 + 540 - 450
      latest_cash_to_liabilities_ratio: 0.25, // 60 / 240
      // July to September: sales 900 - 560, against 750 - 500.
      quarter_revenue_growth_rate: 0.36,
      quarter_operating_margin_rate: 0.1, // (90 - 56) / 340
      quarter_cash_change_ratio: 12 / 1100,
      quarter_receivables_change_ratio: 24 / 1100,
      quarter_debt_change_ratio: 0.04 // (360 - 316) / 1100
    };
    expect(Object.keys(figures)).toEqual(Object.keys(TABLES.interim.columns).slice(3));
    expect(row.latest_period_end).toBe("2019-09-30");
    expectFigures(row, figures);
  });

  it("do not count before they are known", async () => {
    expect(await interimOn("2019-10-31", all)).toMatchObject({latest_period_end: "2019-06-30"});
  });

  it("make no twelve months without the year before, nor without its same months", async () => {
    for (const gone of [year2018, months9of2018]) {
      const row = await interimOn("2019-11-30", without(gone));
      for (const name of figuresOf("trailing_")) expect(row[name], name).toBeNull();
      expect(row).toMatchObject({latest_cash_to_liabilities_ratio: 0.25});
    }
  });

  it("make no quarter without the year, which tells when it began, nor without the six months", async () => {
    for (const gone of [year2018, months6of2019]) {
      const row = await interimOn("2019-11-30", without(gone));
      for (const name of figuresOf("quarter_")) expect(row[name], name).toBeNull();
      expect(row.revenue_to_date_growth_rate).toBeCloseTo(0.2, 12);
    }
  });

  it("are compared in their own scope", async () => {
    const own = {...year2018, scope: "standalone"};
    const row = await interimOn("2019-11-30", [...without(year2018), own]);
    expect(row).toMatchObject({trailing_operating_margin_rate: null, quarter_operating_margin_rate: null});
    const standalone = all.map((statement) => ({...statement, scope: "standalone"}));
    expectFigures(await interimOn("2019-11-30", standalone), {trailing_operating_margin_rate: 130 / 1150});
    // The group's of the same nine months leads as soon as it is known.
    const group = {...months9of2019, published_date: "2019-11-20", cash: 120};
    expect(await interimOn("2019-11-30", [...standalone, group])).toMatchObject({
      latest_cash_to_liabilities_ratio: 0.5,
      revenue_to_date_growth_rate: null
    });
  });

  it("move with a correction of the months a year ago, from the day on which it is known", async () => {
    const corrected = {...months9of2018, revenue: 600, published_date: "2019-12-15"};
    const days = ["2019-11-30", "2019-12-31"];
    const [before, after] = await observed(TABLES.interim, days, [...all, corrected]);
    expect(before!.revenue_to_date_growth_rate).toBeCloseTo(0.2, 12);
    expect(after!.revenue_to_date_growth_rate).toBeCloseTo(0.5, 12);
    expect(after!.trailing_revenue_growth_rate).toBeCloseTo(0.3, 12); // 1000 + 900 - 600 to 1000
  });
});

describe("the first quarter", () => {
  const months3of2018 = toDate("2018-03-31", "2018-05-10", {revenue: 200});
  const months3of2019 = toDate("2019-03-31", "2019-05-10", {
    revenue: 250,
    cost_of_sales: 150,
    operating_expense: 75,
    cash: 40,
    total_assets: 1050
  });

  it("is the year to date itself, with balances against the year's end", async () => {
    const row = await interimOn("2019-05-31", [year2018, months3of2018, months3of2019]);
    expectFigures(row, {
      quarter_revenue_growth_rate: 0.25, // 250 / 200 - 1
      quarter_operating_margin_rate: 0.1, // 25 / 250
      quarter_cash_change_ratio: -0.01, // (40 - 50) / 1000
      trailing_revenue_growth_rate: 0.05 // 1050 / 1000 - 1
    });
  });

  it("adds nothing to a year that is not known yet", async () => {
    const late = {...year2018, published_date: "2019-06-30"};
    const year2017 = annual(2017, {revenue: 900, cost_of_sales: 500, operating_expense: 300});
    const statements = [year2017, late, months3of2018, months3of2019];
    const [before, after] = await observed(TABLES.interim, ["2019-05-31", "2019-06-30"], statements);
    expect(before).toMatchObject({trailing_operating_margin_rate: null, trailing_revenue_growth_rate: null});
    expect(after!.trailing_revenue_growth_rate).toBeCloseTo(0.05, 12);
  });

  it("of a fiscal year that ends in June ends in September", async () => {
    const june = {...year2018, period_end: "2019-06-30", published_date: "2019-09-30"};
    const september = (year: number, revenue: number) =>
      toDate(`${year}-09-30`, `${year}-11-10`, {
        ...months3of2019,
        period_end: `${year}-09-30`,
        published_date: `${year}-11-10`,
        revenue
      });
    const row = await interimOn("2019-11-30", [june, september(2018, 200), september(2019, 250)]);
    expectFigures(row, {quarter_revenue_growth_rate: 0.25, trailing_revenue_growth_rate: 0.05});
  });

  it("is not made of two months, which reach back into the year before", async () => {
    const months2 = {...months3of2019, period_end: "2019-02-28", published_date: "2019-04-10"};
    const months11 = toDate("2018-11-30", "2019-01-10", {revenue: 900, cash: 45, total_assets: 900});
    const row = await interimOn("2019-04-30", [year2018, months11, months2]);
    for (const name of figuresOf("quarter_")) expect(row[name], name).toBeNull();
  });
});

describe("a year that is the latest statement", () => {
  const year2019 = {...year2018, period_end: "2019-12-31", published_date: "2020-04-01", revenue: 1260};

  it("is the last twelve months itself, and its last quarter what it adds to nine months", async () => {
    const row = await interimOn("2020-04-30", [...all, year2019]);
    expect(row).toMatchObject({latest_period_end: "2019-12-31", trailing_revenue_growth_rate: null});
    expectFigures(row, {
      revenue_to_date_growth_rate: 0.26,
      trailing_operating_margin_rate: 360 / 1260, // 1260 - 600 - 300
      quarter_revenue_growth_rate: 0.44, // 1260 - 900 to 1000 - 750
      quarter_operating_margin_rate: 0.75, // (360 - 90) / 360
      quarter_cash_change_ratio: -10 / 1200 // 50 - 60
    });
  });

  it("beats twelve months to date, and is no quarter of an obligor that files none", async () => {
    const months12 = toDate("2019-12-31", "2020-04-15", {revenue: 1, cash: 1, current_liabilities: 1});
    expect(await interimOn("2020-04-30", [year2019, year2018, months12])).toMatchObject({
      latest_cash_to_liabilities_ratio: null,
      revenue_to_date_growth_rate: 0.26,
      quarter_revenue_growth_rate: null,
      quarter_cash_change_ratio: null
    });
  });

  it("does not give way to an interim statement filed late", async () => {
    const late = {...months9of2019, published_date: "2020-04-20"};
    const row = await interimOn("2020-04-30", [year2018, months9of2018, year2019, late]);
    expect(row).toMatchObject({latest_period_end: "2019-12-31", revenue_to_date_growth_rate: 0.26});
    expect(row.quarter_cash_change_ratio).toBeCloseTo(-10 / 1200, 12); // which it yet makes known
  });
});
