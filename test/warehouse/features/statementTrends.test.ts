import {describe, expect, it} from "vitest";
import type {StagedRow} from "../../support/stagedBank.js";
import {annual, observed, observedOn, TABLES, type FeatureRow} from "../../support/statementFeatures.js";

const latest: StagedRow = {
  revenue: 1210,
  cost_of_sales: 726,
  operating_expense: 363,
  depreciation: 100,
  net_income: 60,
  operating_cash_flow: 30,
  cash: 80,
  receivables: 242,
  inventory: 120,
  current_assets: 500,
  fixed_assets: 900,
  total_assets: 1500,
  payables: 70,
  short_term_debt: 100,
  current_liabilities: 400,
  long_term_debt: 350,
  total_liabilities: 900,
  equity: 600
};

const before: StagedRow = {
  revenue: 1100,
  cost_of_sales: 550,
  operating_expense: 385,
  depreciation: 100,
  net_income: -11,
  operating_cash_flow: 55,
  cash: 30,
  receivables: 110,
  inventory: 80,
  current_assets: 400,
  fixed_assets: 500,
  total_assets: 1000,
  payables: 50,
  short_term_debt: 0,
  current_liabilities: 200,
  long_term_debt: 300,
  total_liabilities: 500,
  equity: 500
};

const earlier: StagedRow = {revenue: 1000, net_income: -20, operating_cash_flow: -5, total_assets: 1000};

/** Trends on 30 April 2020 from the statements of 2019 and of the years before it, latest first. */
async function trendsOf(...years: readonly StagedRow[]): Promise<FeatureRow> {
  const statements = years.map((items, index) => annual(2019 - index, items));
  return await observedOn(TABLES.trends, "2020-04-30", statements);
}

function expectFigures(row: FeatureRow, figures: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(figures)) expect(row[name], name).toBeCloseTo(value, 12);
}

const trends = Object.keys(TABLES.trends.columns).slice(2);

describe("the years up to the latest", () => {
  it("are compared as by hand", async () => {
    const figures = {
      equity_growth_rate: 0.2, // 600 / 500 - 1
      debt_growth_rate: 0.5, // 450 / 300 - 1
      cash_change_ratio: 0.05, // 50 / 1000
      cash_flow_change_ratio: -0.025, // (30 - 55) / 1000
      operating_margin_change_rate: -0.05, // 121 / 1210 - 165 / 1100
      return_on_assets_change_rate: 0.051, // 60 / 1500 + 11 / 1000
      asset_turnover_change_ratio: 1210 / 1500 - 1.1,
      current_change_ratio: -0.75, // 500 / 400 - 400 / 200
      receivable_turnover_ratio: 6.875, // 1210 / 176
      inventory_turnover_ratio: 7.26, // 726 / 100
      payable_turnover_ratio: 12.1, // 726 / 60
      accruals_ratio: 0.02, // (60 - 30) / 1500
      receivables_index_ratio: 2, // 242 / 1210 to 110 / 1100
      gross_margin_index_ratio: 1.25, // 550 / 1100 to 484 / 1210
      asset_quality_index_ratio: 2 / 3, // 100 / 1500 to 100 / 1000
      depreciation_index_ratio: 5 / 3, // 100 / 600 to 100 / 1000
      expense_index_ratio: 6 / 7, // 363 / 1210 to 385 / 1100
      leverage_index_ratio: 1.2, // 900 / 1500 to 500 / 1000
      loss_years: 2,
      cash_deficit_years: 1,
      revenue_trend_rate: 0.1, // the root of 1210 / 1000
      // Mean 3310 / 3; deviations -310, -10 and 320 thirds, whose squares make 198600 ninths.
      revenue_variation_ratio: Math.sqrt(198_600 / 27) / (3310 / 3),
      return_on_assets_range_rate: 0.06 // 60 / 1500 + 20 / 1000
    };
    expect(Object.keys(figures)).toEqual(trends);
    expectFigures(await trendsOf(latest, before, earlier), figures);
  });

  it("say only what the latest alone tells, where the year before is missing", async () => {
    const gap = [annual(2019, latest), annual(2017, earlier)];
    for (const row of [await trendsOf(latest), await observedOn(TABLES.trends, "2020-04-30", gap)]) {
      expect(trends.filter((name) => row[name] !== null && !name.startsWith("revenue_trend"))).toEqual([
        "accruals_ratio",
        "loss_years",
        "cash_deficit_years"
      ]);
    }
  });

  it("take no year that ends in another month for the year before", async () => {
    const moved = annual(2018, {...before, period_end: "2018-09-30"});
    const row = await observedOn(TABLES.trends, "2020-04-30", [annual(2019, latest), moved]);
    expect(row).toMatchObject({equity_growth_rate: null, receivables_index_ratio: null, loss_years: 0});
  });

  it("have no growth from nothing or from a deficit", async () => {
    const row = await trendsOf(latest, {...before, equity: -5, short_term_debt: 0, long_term_debt: 0, total_assets: 0});
    expect(row).toMatchObject({equity_growth_rate: null, debt_growth_rate: null, cash_change_ratio: null});
  });

  it("show the fall to a deficit as more than all of equity", async () => {
    expect(await trendsOf({equity: -50}, {equity: 100})).toMatchObject({equity_growth_rate: -1.5});
  });

  it("have no index over sales where either year had none", async () => {
    const none = {revenue: 0, cost_of_sales: 0};
    const empty = {operating_margin_change_rate: null, receivables_index_ratio: null, expense_index_ratio: null};
    expect(await trendsOf({...latest, ...none}, before)).toMatchObject({...empty, gross_margin_index_ratio: null});
    expect(await trendsOf(latest, {...before, ...none})).toMatchObject({...empty, gross_margin_index_ratio: null});
  });

  it("have no gross margin index once the margin is gone", async () => {
    expect(await trendsOf({...latest, cost_of_sales: 1300}, before)).toMatchObject({gross_margin_index_ratio: null});
  });

  it("leave the quality of assets at 1 without other assets, and unknown where they are new", async () => {
    const none = {current_assets: 600, fixed_assets: 900, total_assets: 1500};
    expect(await trendsOf({...latest, ...none}, {...before, ...none})).toMatchObject({asset_quality_index_ratio: 1});
    expect(await trendsOf(latest, {...before, ...none})).toMatchObject({asset_quality_index_ratio: null});
    expect(await trendsOf({...latest, ...none}, before)).toMatchObject({asset_quality_index_ratio: 0});
  });

  it("count losses among the years known, and nothing where no income is", async () => {
    expect(await trendsOf({net_income: -1}, {}, {net_income: -1})).toMatchObject({loss_years: 2});
    expect(await trendsOf({net_income: 0}, {net_income: 0})).toMatchObject({loss_years: 0});
    expect(await trendsOf({}, {}, {})).toMatchObject({loss_years: null, cash_deficit_years: null});
    // A fourth year is too long ago.
    expect(await trendsOf({net_income: 1}, {}, {}, {net_income: -1})).toMatchObject({loss_years: 0});
  });

  it("need all three for how far they vary", async () => {
    const three = [
      {revenue: 5, net_income: 1, total_assets: 9},
      {revenue: 5},
      {revenue: 5, net_income: 2, total_assets: 9}
    ];
    expect(await trendsOf(...three)).toMatchObject({revenue_variation_ratio: 0, return_on_assets_range_rate: null});
    const two = [three[0]!, {}, three[2]!];
    expect(await trendsOf(...two)).toMatchObject({revenue_variation_ratio: null, revenue_trend_rate: 0});
  });

  it("are each taken in the version known by then, however long ago the year", async () => {
    const years = [annual(2019, latest), annual(2018, before), annual(2017, earlier)];
    const corrections = [
      annual(2018, {...before, equity: 400, published_date: "2020-05-31"}),
      annual(2017, {...earlier, revenue: 1210, published_date: "2020-06-30"})
    ];
    const days = ["2020-04-30", "2020-05-31", "2020-06-30"];
    const rows = await observed(TABLES.trends, days, [...years, ...corrections]);
    expect(rows).toHaveLength(3);
    const growth = [0.2, 0.5, 0.5]; // 600 to 500, then to 400
    const trend = [0.1, 0.1, 0]; // the root of 1210 to 1000, then to 1210
    for (const [index, row] of rows.entries()) {
      expectFigures(row, {equity_growth_rate: growth[index]!, revenue_trend_rate: trend[index]!});
    }
  });

  it("hold for the largest amounts that a statement may have", async () => {
    const large = {revenue: 9e15};
    expect(await trendsOf(large, large, large)).toMatchObject({revenue_variation_ratio: 0, revenue_trend_rate: 0});
  });

  it("have no root of sales that were reversed", async () => {
    expect(await trendsOf({revenue: -5}, {}, {revenue: 5})).toMatchObject({revenue_trend_rate: null});
  });
});
