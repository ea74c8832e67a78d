import {describe, expect, it} from "vitest";
import {buildAllFeatures, featureTables, rowsIn} from "../../support/features.js";
import {withEngine} from "../../support/memoryEngine.js";
import {stageBank, type StagedRow} from "../../support/stagedBank.js";

/** Ratios of one obligor whose last annual statement (2019) and the one before are as given. */
async function ratiosOf(statement: StagedRow, before: StagedRow | null = null): Promise<Record<string, unknown>> {
  const annual = (year: number, items: StagedRow): StagedRow => {
    return {
      obligor_id: "A",
      period_end: `${year}-12-31`,
      period_type: "annual",
      published_date: `${year + 1}-04-01`,
      ...items
    };
  };
  return await withEngine(async (engine) => {
    await stageBank(engine, {
      observationDates: ["2020-04-30"],
      dataEnd: "2021-04-30",
      rows: {
        obligors: [{obligor_id: "A", valid_from: "2000-01-01", published_date: "2000-01-01"}],
        financial_statements: [annual(2019, statement), ...(before === null ? [] : [annual(2018, before)])]
      }
    });
    await buildAllFeatures(engine);
    return (await rowsIn(engine, featureTables.get("feat_statements")!))[0]!;
  });
}

describe("the ratios of a statement", () => {
  it("are those computed by hand", async () => {
    const ratios = await ratiosOf(
      {
        revenue: 1000,
        cost_of_sales: 600,
        operating_expense: 250,
        interest_expense: 30,
        net_income: 90,
        operating_cash_flow: 110,
        cash: 60,
        receivables: 200,
        inventory: 150,
        current_assets: 500,
        total_assets: 1600,
        short_term_debt: 100,
        current_liabilities: 400,
        long_term_debt: 300,
        total_liabilities: 800,
        equity: 800,
        retained_earnings: 320
      },
      {revenue: 800, total_assets: 1280}
    );
    expect(ratios).toMatchObject({
      leverage_ratio: 0.5, // 800 / 1600
      debt_to_assets_ratio: 0.25, // (100 + 300) / 1600
      retained_earnings_ratio: 0.2,
      return_on_assets_rate: 0.05625, // 90 / 1600
      operating_margin_rate: 0.15, // (1000 - 600 - 250) / 1000
      net_margin_rate: 0.09,
      gross_margin_rate: 0.4,
      current_ratio: 1.25, // 500 / 400
      quick_ratio: 0.875, // (500 - 150) / 400
      cash_to_liabilities_ratio: 0.15,
      asset_turnover_ratio: 0.625,
      receivable_days: 73, // 365 * 200 / 1000
      inventory_days: 91.25, // 365 * 150 / 600
      interest_cover_ratio: 5, // 150 / 30
      cash_flow_to_liabilities_ratio: 0.1375,
      revenue_growth_rate: 0.25,
      assets_growth_rate: 0.25,
      has_negative_equity: false,
      statement_age_days: 121 // 2019-12-31 to 2020-04-30
    });
    expect(ratios.log_assets).toBeCloseTo(Math.log(1600), 12);
  });

  it("with negative equity show leverage above one, and the flag", async () => {
    const ratios = await ratiosOf({total_assets: 100, total_liabilities: 130, equity: -30});
    expect(ratios).toMatchObject({leverage_ratio: 1.3, has_negative_equity: true});
  });

  it("without revenue have no margins and no days, but keep the rest", async () => {
    const ratios = await ratiosOf({
      revenue: 0,
      cost_of_sales: 0,
      operating_expense: 10,
      net_income: -10,
      receivables: 5,
      inventory: 5,
      total_assets: 100
    });
    expect(ratios).toMatchObject({
      operating_margin_rate: null,
      net_margin_rate: null,
      gross_margin_rate: null,
      receivable_days: null,
      inventory_days: null,
      asset_turnover_ratio: 0,
      return_on_assets_rate: -0.1
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
});

describe("statements of a group and of its parent alone", () => {
  const statement = (scope: string, published: string, assets: number): StagedRow => ({
    obligor_id: "A",
    period_end: "2019-12-31",
    period_type: "annual",
    scope,
    published_date: published,
    total_assets: assets
  });

  it.each([
    ["the group's counts from the day on which it is known", "2020-04-30", 300],
    ["the parent's counts before", "2020-03-31", 100],
    ["the parent's own correction, filed after the group's, does not win", "2020-06-30", 300]
  ])("%s", async (_, day, assets) => {
    await withEngine(async (engine) => {
      await stageBank(engine, {
        observationDates: [day],
        dataEnd: "2021-04-30",
        rows: {
          obligors: [{obligor_id: "A", valid_from: "2000-01-01", published_date: "2000-01-01"}],
          financial_statements: [
            statement("standalone", "2020-03-15", 100),
            statement("consolidated", "2020-04-15", 300),
            statement("standalone", "2020-05-15", 120)
          ]
        }
      });
      await buildAllFeatures(engine);
      const [row] = await rowsIn(engine, featureTables.get("feat_statements")!);
      expect(row!["total_assets"]).toBe(assets);
    });
  });
});
