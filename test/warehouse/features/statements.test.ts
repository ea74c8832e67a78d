import {describe, expect, it} from "vitest";
import {featureColumns} from "#warehouse/feature.js";
import type {StagedRow} from "../../support/stagedBank.js";
import {annual, observed, observedOn, TABLES, type FeatureRow} from "../../support/statementFeatures.js";

/** Ratios of one obligor whose last annual statement (2019) and the one before are as given, on 30 April 2020. */
async function ratiosOf(statement: StagedRow, before: StagedRow | null = null): Promise<FeatureRow> {
  const years = [annual(2019, statement), ...(before === null ? [] : [annual(2018, before)])];
  return await observedOn(TABLES.annual, "2020-04-30", years);
}

const sound: StagedRow = {
  is_audited: true,
  revenue: 1000,
  cost_of_sales: 600,
  operating_expense: 250,
  depreciation: 50,
  interest_expense: 30,
  tax: 30,
  net_income: 90,
  operating_cash_flow: 110,
  capital_expenditure: 60,
  cash: 60,
  receivables: 200,
  inventory: 150,
  current_assets: 500,
  fixed_assets: 800,
  total_assets: 1600,
  payables: 120,
  short_term_debt: 100,
  current_liabilities: 400,
  long_term_debt: 300,
  total_liabilities: 800,
  equity: 800,
  retained_earnings: 320,
  market_value: 1200
};

describe("the ratios of a statement", () => {
  it("are those computed by hand", async () => {
    const ratios = await ratiosOf(sound, {revenue: 800, total_assets: 1280});
    expect(ratios).toEqual({
      obligor_id: "A",
      observation_date: "2020-04-30",
      period_end: "2019-12-31",
      statement_age_days: 121, // 31 January, 29 February, 31 March and 30 April days
      filing_days: 92, // to 1 April: 31 + 29 + 31 + 1
      is_audited: true,
      is_restated: false,
      revenue: 1000,
      total_assets: 1600,
      log_assets: Math.log(1600),
      log_revenue: Math.log(1000),
      leverage_ratio: 0.5, // 800 / 1600
      equity_to_liabilities_ratio: 1, // 800 / 800
      debt_to_assets_ratio: 0.25, // (100 + 300) / 1600
      net_debt_to_assets_ratio: 0.2125, // (400 - 60) / 1600
      debt_to_ebitda_ratio: 2, // 400 / (1000 - 600 - 250 + 50)
      short_term_debt_share: 0.25, // 100 / 400
      retained_earnings_ratio: 0.2, // 320 / 1600
      market_to_liabilities_ratio: 1.5, // 1200 / 800
      has_negative_equity: false,
      return_on_assets_rate: 0.05625, // 90 / 1600
      return_on_equity_rate: 0.1125, // 90 / 800
      operating_income_to_assets_ratio: 0.09375, // 150 / 1600
      operating_margin_rate: 0.15, // (1000 - 600 - 250) / 1000
      ebitda_margin_rate: 0.2, // 200 / 1000
      pretax_margin_rate: 0.12, // (90 + 30) / 1000
      net_margin_rate: 0.09,
      gross_margin_rate: 0.4,
      working_capital_to_assets_ratio: 0.0625, // (500 - 400) / 1600
      current_ratio: 1.25, // 500 / 400
      quick_ratio: 0.875, // (500 - 150) / 400
      cash_to_liabilities_ratio: 0.15, // 60 / 400
      cash_to_short_term_debt_ratio: 0.6, // 60 / 100
      cash_cover_days: 27.375, // 365 * 60 / (600 + 250 - 50)
      fixed_assets_share: 0.5, // 800 / 1600
      inventory_share: 0.3, // 150 / 500
      asset_turnover_ratio: 0.625, // 1000 / 1600
      fixed_asset_turnover_ratio: 1.25, // 1000 / 800
      receivable_days: 73, // 365 * 200 / 1000
      inventory_days: 91.25, // 365 * 150 / 600
      payable_days: 73, // 365 * 120 / 600
      cash_conversion_days: 91.25, // 73 + 91.25 - 73
      interest_cover_ratio: 5, // 150 / 30
      debt_service_cover_ratio: 200 / 130, // EBITDA to 30 of interest and 100 due within a year
      interest_to_debt_rate: 0.075, // 30 / 400
      cash_flow_to_liabilities_ratio: 0.1375, // 110 / 800
      cash_flow_margin_rate: 0.11,
      cash_flow_to_ebitda_ratio: 0.55, // 110 / 200
      free_cash_flow_margin_rate: 0.05, // (110 - 60) / 1000
      investment_to_depreciation_ratio: 1.2, // 60 / 50
      revenue_growth_rate: 0.25, // 1000 / 800 - 1
      assets_growth_rate: 0.25 // 1600 / 1280 - 1
    });
  });

  it("with negative equity show leverage above one and the flag, and say nothing over equity", async () => {
    const ratios = await ratiosOf({net_income: -20, total_assets: 100, total_liabilities: 130, equity: -30});
    expect(ratios).toMatchObject({
      leverage_ratio: 1.3,
      has_negative_equity: true,
      return_on_assets_rate: -0.2,
      return_on_equity_rate: null
    });
    expect(await ratiosOf({equity: 0})).toMatchObject({has_negative_equity: false, return_on_equity_rate: null});
    expect(await ratiosOf({})).toMatchObject({has_negative_equity: null});
  });

  it("without revenue have no margins and no days, but keep the rest", async () => {
    const ratios = await ratiosOf({...sound, revenue: 0, cost_of_sales: 0, operating_expense: 10, net_income: -10});
    expect(ratios).toMatchObject({
      log_revenue: null,
      operating_margin_rate: null,
      ebitda_margin_rate: null,
      net_margin_rate: null,
      gross_margin_rate: null,
      cash_flow_margin_rate: null,
      receivable_days: null,
      inventory_days: null,
      payable_days: null,
      cash_conversion_days: null,
      asset_turnover_ratio: 0,
      return_on_assets_rate: -0.00625, // -10 / 1600
      interest_cover_ratio: -10 / 30
    });
  });

  it("with a loss before depreciation show no debt in years of EBITDA, and the margin below zero", async () => {
    const ratios = await ratiosOf({...sound, operating_expense: 500}); // EBITDA 1000 - 600 - 500 + 50 = -50
    expect(ratios).toMatchObject({
      debt_to_ebitda_ratio: null,
      cash_flow_to_ebitda_ratio: null,
      ebitda_margin_rate: -0.05,
      debt_service_cover_ratio: -50 / 130
    });
  });

  it("without a year before, or one without revenue, have no growth", async () => {
    const items = {revenue: 100, total_assets: 50};
    expect(await ratiosOf(items)).toMatchObject({revenue_growth_rate: null, assets_growth_rate: null});
    expect(await ratiosOf(items, {revenue: 0, total_assets: 0})).toMatchObject({
      revenue_growth_rate: null,
      assets_growth_rate: null
    });
  });

  it("with zero or negative denominators, or missing parts, say nothing", async () => {
    const ratios = await ratiosOf({
      total_assets: 0,
      total_liabilities: 10,
      current_assets: 10,
      current_liabilities: 0,
      interest_expense: -1,
      revenue: 5
    });
    expect(ratios).toMatchObject({
      leverage_ratio: null,
      current_ratio: null,
      interest_cover_ratio: null,
      cash_to_liabilities_ratio: null,
      log_assets: null
    });
  });

  it("take a debt line left empty for none beside the other, and both for unknown", async () => {
    expect(await ratiosOf({long_term_debt: 30, total_assets: 100})).toMatchObject({debt_to_assets_ratio: 0.3});
    expect(await ratiosOf({short_term_debt: 20, total_assets: 100})).toMatchObject({debt_to_assets_ratio: 0.2});
    expect(await ratiosOf({total_assets: 100})).toMatchObject({debt_to_assets_ratio: null});
    expect(await ratiosOf({short_term_debt: 0, long_term_debt: 0, total_assets: 100})).toMatchObject({
      debt_to_assets_ratio: 0,
      short_term_debt_share: null,
      interest_to_debt_rate: null
    });
  });

  it("are empty where every line is, and where there is no statement at all", async () => {
    const names = Object.keys(TABLES.annual.columns);
    const [bare, none] = await observed(TABLES.annual, ["2020-04-30"], [annual(2019, {})], ["A", "B"]);
    const filled = (row: FeatureRow) => names.filter((name) => row[name] !== null);
    const key = ["obligor_id", "observation_date"];
    expect(filled(bare!)).toEqual([...key, "period_end", "statement_age_days", "filing_days", "is_restated"]);
    expect(filled(none!)).toEqual(key);
  });

  it("are moved by statements alone, each with a word on what emptiness means", () => {
    for (const contract of Object.values(TABLES)) {
      const features = featureColumns(contract.columns);
      expect(features.length).toBeGreaterThan(15);
      for (const {name, feature} of features) {
        expect(feature.from, name).toEqual(["financial_statements"]);
        expect(feature.empty.en, name).toMatch(/^No /);
      }
    }
  });
});
