import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {EXTRACTS} from "#loaders/contracts/index.js";
import {openOrigins} from "#pipeline/forward/basis.js";
import {fitBasis} from "#pipeline/forward/fitBasis.js";
import {sqlOf} from "#pipeline/sql/sqlOf.js";
import {writeProjections} from "#pipeline/steps/projections.js";
import {rowsOf} from "#warehouse/engine/columns.js";
import {openDuckDB} from "#warehouse/engine/duckdb.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {defineMacros} from "#warehouse/macros/macros.js";
import {insert, type StagedRow} from "../../support/stagedBank.js";
import {contextOf, everyRow, fileStatements, LAST, moveMoney, stageForward, TRAIN_UNTIL} from "./bank.js";

const FILERS = Array.from({length: 160}, (_, index) => `O${String(index).padStart(3, "0")}`);
/** Files nothing and has no accounts here. */
const SILENT = "Z";

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckDB(":memory:", {threads: 2});
  await defineMacros(engine);
  await stageForward(engine, [...FILERS, SILENT]);
  await fileStatements(engine, FILERS, 1);
  await moveMoney(engine);
  await writeProjections(contextOf(engine));
});
afterAll(() => engine.close());

const plant = async (extract: string, row: StagedRow) =>
  await insert(
    engine,
    EXTRACTS.find(({name}) => name === extract)!,
    row
  );
/** What `work` gives while more rows are staged; they are gone afterwards. */
async function withPlanted<T>(rows: readonly (readonly [string, StagedRow])[], work: () => Promise<T>): Promise<T> {
  await engine.run("begin transaction");
  try {
    for (const [extract, row] of rows) await plant(extract, row);
    return await work();
  } finally {
    await engine.run("rollback");
  }
}

const statement = (period_end: string, published_date: string): StagedRow => {
  const period_type = period_end.endsWith("12-31") ? "annual" : "year_to_date";
  const huge = {revenue: 1, operating_cash_flow: -1e9};
  return {obligor_id: "O001", period_end, period_type, scope: "standalone", published_date, ...huge};
};

describe("projections of the latest date", () => {
  it("are four quarters of everyone in the book, each within its interval", async () => {
    const rows = await everyRow(engine, "score_cash_projections");
    expect(rows).toHaveLength(4 * (FILERS.length + 1));
    expect(rows.slice(0, 4).map(({quarter_end}) => quarter_end)).toEqual([
      "2022-03-31",
      "2022-06-30",
      "2022-09-30",
      "2022-12-31"
    ]);
    for (const row of rows.filter(({basis}) => basis === "statements")) {
      expect(row.low as number).toBeLessThanOrEqual(row.operating_cash_flow as number);
      expect(row.high as number).toBeGreaterThanOrEqual(row.operating_cash_flow as number);
    }
  });

  it("know of debt, and of no cash flow, where no flow is known", async () => {
    const rows = await everyRow(engine, "score_cash_projections");
    const row = rows.find(({obligor_id, quarter}) => obligor_id === SILENT && quarter === 1)!;
    // 600 drawn at 12 % with 36 months to run, repaid in equal parts of 50 / 3: 50 a quarter, and interest on 600, 583.33, 566.67
    expect(row).toMatchObject({basis: null, operating_cash_flow: null, cover_ratio: null});
    expect(row.debt_service).toBeCloseTo(50 + 17.5, 9);
  });

  it("cover debt service by their quotient", async () => {
    const [row] = await everyRow(engine, "score_cash_projections");
    expect(row!.cover_ratio).toBeCloseTo((row!.operating_cash_flow as number) / (row!.debt_service as number), 12);
  });
});

describe("the backtest", () => {
  it("holds four of five outcomes on the dates that no model has seen", async () => {
    const [row] = rowsOf<{inside: number; outcomes: number}>(
      await engine.columns(
        "select cast(sum(inside) as double) as inside, cast(sum(outcomes) as double) as outcomes from score_projection_backtest where sample = 'test' and basis = 'statements'"
      )
    );
    expect(row!.outcomes).toBeGreaterThan(1500);
    // Obligors differ by noise alone here: three standard errors of 80 % of 1,500 are 0.031, the ends taken from training apart.
    expect(Math.abs(row!.inside / row!.outcomes - 0.8)).toBeLessThan(0.04);
  });

  it("compares nothing that has not come yet: no quarter after the last statement", async () => {
    const rows = await everyRow(engine, "score_projection_backtest");
    const ahead = (basis: string, date: string) =>
      rows.filter((row) => row.basis === basis && row.observation_date === date).length;
    const dates = ["2021-03-31", "2021-06-30", "2021-09-30", LAST];
    // Quarters to September 2021 are published by December: two ahead of March, one of June. Accounts know December itself.
    expect(dates.map((date) => ahead("statements", date))).toEqual([2, 1, 0, 0]);
    expect(dates.map((date) => ahead("account_flows", date))).toEqual([3, 2, 1, 0]);
  });
});

describe("time", () => {
  const modelJson = async () => JSON.stringify(await fitBasis(contextOf(engine), "statements"));

  it("ends for the model on the last training day: what is published one day later changes nothing of it", async () => {
    const before = await modelJson();
    const late = [["financial_statements", statement("2019-09-30", "2020-01-01")]] as const;
    expect(await withPlanted(late, modelJson)).toBe(before);
    const known = [["financial_statements", statement("2019-09-30", TRAIN_UNTIL)]] as const;
    expect(await withPlanted(known, modelJson)).not.toBe(before);
  });

  it("ends there for a model of account flows too, though the quarter after has begun", async () => {
    const accountModel = async () => {
      await engine.run(sqlOf("forward_account_facts"));
      return JSON.stringify(await fitBasis(contextOf(engine), "account_flows"));
    };
    const before = await accountModel();
    expect(before).not.toBe("null");
    const sale = (transaction_date: string) =>
      ["O001", "O002", "O003"].map((obligor_id) => {
        const movement = {transaction_id: obligor_id, obligor_id, transaction_date, amount: 1e6};
        return ["account_transactions", {...movement, direction: "in", category: "sales"}] as const;
      });
    expect(await withPlanted(sale("2020-01-01"), accountModel)).toBe(before);
    expect(await withPlanted(sale(TRAIN_UNTIL), accountModel)).not.toBe(before);
  });

  const projected = async () => {
    await writeProjections(contextOf(engine));
    return await everyRow(engine, "score_cash_projections");
  };

  it("ends for a projection on its date", async () => {
    const before = await everyRow(engine, "score_cash_projections");
    const after = "2022-01-01";
    const late = [
      ["financial_statements", statement("2021-09-30", after)],
      ["repayments", {facility_id: "FO001", due_date: after, amount_due: 500, amount_paid: 0}],
      [
        "facilities",
        {facility_id: "G", obligor_id: "O001", start_date: after, maturity_date: "2023-12-31", annual_rate: 0.2}
      ],
      ["exposures", {facility_id: "G", month_end: "2022-01-31", drawn: 900, limit: 900}],
      [
        "account_transactions",
        {
          transaction_id: "T",
          obligor_id: "O001",
          transaction_date: after,
          direction: "in",
          category: "sales",
          amount: 1e9
        }
      ]
    ] as const;
    expect(await withPlanted(late, projected)).toEqual(before);
    for (const planted of [
      ["financial_statements", statement("2021-09-30", LAST)],
      ["repayments", {facility_id: "FO001", due_date: LAST, amount_due: 500, amount_paid: 0}]
    ] as const) {
      expect(await withPlanted([planted], projected), planted[0]).not.toEqual(before);
    }
  });

  it("sees an instalment as unpaid until the day on which it was paid", async () => {
    const overdue = async (paid_date: string | null) =>
      await withPlanted(
        [["repayments", {facility_id: "FO001", due_date: "2021-11-20", amount_due: 500, amount_paid: 500, paid_date}]],
        async () => {
          await openOrigins(contextOf(engine), {first: LAST, last: LAST});
          await engine.run(sqlOf("forward_debts"));
          const rows = rowsOf(await engine.columns("select * from forward_debts"));
          return rows.find(({obligor_id}) => obligor_id === "O001")!.overdue;
        }
      );
    expect([await overdue("2021-12-31"), await overdue("2022-01-01"), await overdue(null)]).toEqual([0, 500, 500]);
  });
});
