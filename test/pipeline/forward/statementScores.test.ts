import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {writeReferenceScores} from "#pipeline/steps/referenceScores.js";
import {writeWorkingCapital} from "#pipeline/steps/workingCapital.js";
import type {TableContract} from "#warehouse/contract.js";
import {rowsOf} from "#warehouse/engine/columns.js";
import {featStatementTrends} from "#warehouse/features/feat_statement_trends.js";
import {featStatements} from "#warehouse/features/feat_statements.js";
import {buildTable} from "#warehouse/sqlTable.js";
import {withEngine} from "../../support/memoryEngine.js";
import type {StagedRow} from "../../support/stagedBank.js";
import {contextOf, LAST, stageForward} from "./bank.js";

const BEFORE: StagedRow = {
  obligor_id: "A",
  period_end: "2019-12-31",
  period_type: "annual",
  scope: "standalone",
  published_date: "2020-03-31",
  revenue: 8000,
  cost_of_sales: 6000,
  operating_expense: 1000,
  depreciation: 100,
  interest_expense: 50,
  tax: 150,
  net_income: 800,
  operating_cash_flow: 700,
  cash: 500,
  receivables: 1000,
  inventory: 900,
  current_assets: 2400,
  fixed_assets: 900,
  total_assets: 4000,
  payables: 700,
  short_term_debt: 500,
  current_liabilities: 1200,
  long_term_debt: 800,
  total_liabilities: 2000,
  equity: 2000,
  retained_earnings: 400
};
const LATEST: StagedRow = {
  ...BEFORE,
  period_end: "2020-12-31",
  published_date: "2021-03-31",
  revenue: 10_000,
  cost_of_sales: 7200,
  operating_expense: 1300,
  tax: 200,
  net_income: 900,
  operating_cash_flow: 500,
  receivables: 1500,
  inventory: 1100,
  current_assets: 3100,
  total_assets: 5000,
  payables: 1100,
  current_liabilities: 1600,
  total_liabilities: 2400,
  equity: 2600,
  retained_earnings: 1000
};

/** What the steps write of A on the last date, whose facility of 1,000 has 600 drawn. */
async function scoresOf(latest: StagedRow, before: StagedRow | null = BEFORE) {
  return await withEngine(async (engine) => {
    await stageForward(engine, ["A"], {financial_statements: before === null ? [latest] : [before, latest]});
    for (const contract of [featStatements, featStatementTrends] as readonly TableContract[]) {
      const sql = readFileSync(new URL(`../../../warehouse/features/${contract.name}.sql`, import.meta.url), "utf8");
      await buildTable(engine, {contract, sql});
    }
    const context = contextOf(engine);
    await writeReferenceScores(context);
    await writeWorkingCapital(context);
    const at = async (table: string) =>
      rowsOf(await engine.columns(`select * from ${table} where observation_date = date '${LAST}'`))[0]!;
    return {...(await at("score_reference_scores")), ...(await at("score_working_capital"))};
  });
}

describe("the need for working capital of an obligor", () => {
  it("is computed from means of two year ends, by hand", async () => {
    const row = await scoresOf(LATEST);
    // Of 360 days: receivables (1000 + 1500) / 2 to sales of 10000 are 45; inventory 1000 to cost of 7200, 50; payables 900, 45.
    expect(row.working_capital_days).toBeCloseTo(45 + 50 - 45, 9);
    expect(row.turns).toBeCloseTo(7.2, 9);
    // Sales grew by 25 %, of which 20 % are believed; pre-tax margin (900 + 200) / 10000: 10000 x 0.89 x 1.2 / 7.2
    expect(row.need).toBeCloseTo(1483.3333, 4);
    // Less own funds of 3100 - 1600: nothing is left for a new loan.
    expect(row).toMatchObject({new_limit: 0, not_applicable_reason: null});
  });

  it("leaves room for a loan where own funds, the loan here and other short-term debt do not meet it", async () => {
    // Own funds 3100 - 2900 = 200; 600 is drawn here, and the statement's 700 hold 100 of others.
    const row = await scoresOf({...LATEST, current_liabilities: 2900, short_term_debt: 700});
    expect(row.new_limit).toBeCloseTo(1483.3333 - 200 - 600 - 100, 4);
  });

  it("leaves the new limit open where debt is known and its part due within a year is not, and not where there is no debt", async () => {
    const owing = {current_liabilities: 2900, short_term_debt: null, long_term_debt: 700};
    expect(await scoresOf({...LATEST, ...owing})).toMatchObject({new_limit: null, not_applicable_reason: null});
    const row = await scoresOf({...LATEST, ...owing, short_term_debt: 0, long_term_debt: 0});
    expect(row.new_limit).toBeCloseTo(1483.3333 - 200 - 600, 4);
  });

  it("does not apply where suppliers finance the trade", async () => {
    const row = await scoresOf({...LATEST, payables: 4000}); // payables (700 + 4000) / 2 are 117.5 days
    expect(row).toMatchObject({need: null, new_limit: null, not_applicable_reason: "trade_financed"});
    expect(row.working_capital_days).toBeCloseTo(45 + 50 - 117.5, 9);
  });

  it("says that inputs are missing without the year before", async () => {
    expect(await scoresOf(LATEST, null)).toMatchObject({need: null, not_applicable_reason: "inputs_missing"});
  });

  it("takes a trade without inventory as one of no days, not as unknown", async () => {
    const none = {inventory: 0};
    const row = await scoresOf({...LATEST, ...none}, {...BEFORE, ...none});
    expect(row.working_capital_days).toBeCloseTo(0, 9);
    expect(row.not_applicable_reason).toBe("trade_financed"); // 45 + 0 - 45 days
  });
});

describe("the reference scores of an obligor", () => {
  it("are computed by hand", async () => {
    const row = await scoresOf(LATEST);
    // X1 1500 / 5000, X2 1000 / 5000, X3 (10000 - 7200 - 1300) / 5000, X4 2600 / 2400
    const z = 3.25 + 6.56 * 0.3 + 3.26 * 0.2 + 6.72 * 0.3 + (1.05 * 2600) / 2400;
    expect(row.altman_z).toBeCloseTo(z, 9);
    expect(row.zone).toBe("safe");
    // Receivables 0.15 to 0.125, gross margin 0.25 to 0.28, other assets 0.2 to 0.175, sales 1.25, depreciation 0.1 to 0.1,
    // expense 0.13 to 0.125, leverage 0.48 to 0.5, accruals (900 - 500) / 5000
    const [weighed, margin, assets, expense] = [0.92 * 1.2, (0.528 * 0.25) / 0.28, (0.404 * 0.2) / 0.175, 0.172 * 1.04];
    const m = -4.84 + weighed + margin + assets + 0.892 * 1.25 + 0.115 - expense - 0.327 * 0.96 + 4.679 * 0.08;
    expect(row.beneish_m).toBeCloseTo(m, 9);
    expect(row.is_flagged).toBe(true); // M is -1.69
  });

  it("know Z'' but not M without the year before", async () => {
    const row = await scoresOf(LATEST, null);
    expect(row.altman_z).toEqual(expect.any(Number));
    expect(row).toMatchObject({beneish_m: null, is_flagged: null});
  });
});
