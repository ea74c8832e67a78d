import {describe, expect, it} from "vitest";
import {EXTRACTS} from "#loaders/contracts/index.js";
import type {TableContract} from "#warehouse/contract.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {buildAllFeatures, featureTables, rowsIn} from "../../support/features.js";
import {withEngine} from "../../support/memoryEngine.js";
import {insert, stageBank, type StagedBank, type StagedRow} from "../../support/stagedBank.js";

const OBSERVED = "2020-06-30";
const NEXT_DAY = "2020-07-01";

const bank: StagedBank = {
  observationDates: [OBSERVED],
  dataEnd: "2022-12-31",
  rows: {
    obligors: [
      {
        obligor_id: "A",
        valid_from: "2015-01-01",
        published_date: "2015-01-01",
        industry_code: "C3911",
        employees: 90,
        founded_date: "2010-01-01"
      }
    ],
    financial_statements: [2018, 2019].map((year) => ({
      obligor_id: "A",
      period_end: `${year}-12-31`,
      period_type: "annual",
      published_date: `${year + 1}-04-20`,
      revenue: 1000 * (year - 2010),
      cost_of_sales: 600,
      operating_expense: 200,
      interest_expense: 20,
      net_income: 90,
      operating_cash_flow: 100,
      cash: 50,
      receivables: 200,
      inventory: 100,
      current_assets: 400,
      total_assets: 900,
      short_term_debt: 100,
      current_liabilities: 300,
      long_term_debt: 100,
      total_liabilities: 500,
      equity: 400,
      retained_earnings: 150,
      market_value: 700
    })),
    facilities: [
      {
        facility_id: "F",
        obligor_id: "A",
        product: "working_capital",
        start_date: "2018-01-01",
        maturity_date: "2024-01-01",
        limit: 500000,
        annual_rate: 0.05
      }
    ],
    exposures: [{facility_id: "F", month_end: OBSERVED, limit: 500000, drawn: 300000}],
    repayments: [
      {facility_id: "F", due_date: "2020-03-20", amount_due: 5000, amount_paid: 5000, paid_date: "2020-03-20"},
      {facility_id: "F", due_date: "2020-04-20", amount_due: 5000, amount_paid: 5000, paid_date: "2020-05-02"}
    ],
    invoices: ["2019-02-10", "2020-02-10", "2020-05-10"].map((invoice_date, index) => ({
      invoice_id: `I${index}`,
      obligor_id: "A",
      invoice_date,
      direction: "sale",
      counterparty_id: `C${index}`,
      amount: 1000,
      tax: 130,
      total: 1130,
      status: "valid"
    }))
  }
};

/** A row that is about, and became known on, the given day, and would change much. */
function planted(day: string): Record<string, StagedRow> {
  return {
    obligors: {
      obligor_id: "A",
      valid_from: day,
      published_date: day,
      industry_code: "H6210",
      employees: 3,
      region: "44",
      founded_date: "2019-01-01"
    },
    financial_statements: {
      obligor_id: "A",
      period_end: "2020-03-31",
      period_type: "annual",
      published_date: day,
      revenue: 7,
      total_assets: 11,
      total_liabilities: 99,
      equity: -88
    },
    facilities: {
      facility_id: "G",
      obligor_id: "A",
      product: "fixed_asset",
      start_date: day,
      maturity_date: "2029-01-01",
      limit: 900000,
      annual_rate: 0.2
    },
    exposures: {facility_id: "F2", month_end: day, limit: 900000, drawn: 900000},
    repayments: {facility_id: "F", due_date: day, amount_due: 70000, amount_paid: 70000, paid_date: "2020-12-01"},
    invoices: {
      invoice_id: "late",
      obligor_id: "A",
      invoice_date: day,
      direction: "sale",
      counterparty_id: "Z",
      amount: 9e6,
      tax: 0,
      total: 9e6,
      status: "valid"
    }
  };
}

async function featuresWith(extra: (engine: Engine) => Promise<void>): Promise<Map<string, unknown>> {
  return await withEngine(async (engine) => {
    await stageBank(engine, bank);
    // A second facility whose row in the book the plants may add.
    await insert(engine, contractOf("facilities"), {
      facility_id: "F2",
      obligor_id: "A",
      product: "fixed_asset",
      start_date: "2018-01-01",
      maturity_date: "2025-01-01",
      limit: 900000,
      annual_rate: 0.07
    });
    await extra(engine);
    await buildAllFeatures(engine);
    const built = new Map<string, unknown>();
    for (const [name, table] of featureTables) built.set(name, await rowsIn(engine, table));
    return built;
  });
}

function contractOf(extract: string): TableContract {
  return EXTRACTS.find(({name}) => name === extract)!;
}

const before = await featuresWith(async () => undefined);

/** Every feature table with every staged extract that its SQL reads. */
const readings = [...featureTables].flatMap(([name, {sql}]) => {
  const read = [...new Set([...sql.matchAll(/\bstg_(\w+)/g)].map((match) => match[1]!))];
  return read
    .filter((extract) => EXTRACTS.some((contract) => contract.name === extract))
    .map((extract) => [name, extract] as const);
});

describe("what became known one day after the observation date", () => {
  it.each(readings)("changes nothing in %s when planted in %s", async (table, extract) => {
    const row = planted(NEXT_DAY)[extract];
    expect(row, `plant a row of ${extract}`).toBeDefined();
    const after = await featuresWith((engine) => insert(engine, contractOf(extract), row!));
    expect(after.get(table)).toEqual(before.get(table));
  });
});

describe("what became known on the observation date", () => {
  // The frame moves when an obligor enters the book, which the plants do not; a facility shows through its exposures and instalments.
  const moved = readings.filter(([table, extract]) => table !== "feat_observations" && extract !== "facilities");
  it.each(moved)("moves %s when planted in %s", async (table, extract) => {
    const after = await featuresWith((engine) => insert(engine, contractOf(extract), planted(OBSERVED)[extract]!));
    expect(after.get(table)).not.toEqual(before.get(table));
  });
});

describe("an older year filed late", () => {
  it("does not beat the newer statement that was there before", async () => {
    const older: StagedRow = {
      obligor_id: "A",
      period_end: "2017-12-31",
      period_type: "annual",
      published_date: "2020-06-29",
      revenue: 1,
      total_assets: 1,
      total_liabilities: 1
    };
    const after = await featuresWith((engine) => insert(engine, contractOf("financial_statements"), older));
    expect(after.get("feat_statements")).toEqual(before.get("feat_statements"));
  });

  it("and a late correction of the same year does", async () => {
    const corrected: StagedRow = {
      obligor_id: "A",
      period_end: "2019-12-31",
      period_type: "annual",
      published_date: "2020-06-29",
      revenue: 5000,
      total_assets: 1000,
      total_liabilities: 900
    };
    const after = await featuresWith((engine) => insert(engine, contractOf("financial_statements"), corrected));
    expect(after.get("feat_statements")).toMatchObject([{leverage_ratio: 0.9, period_end: "2019-12-31"}]);
  });
});

describe("a change of the obligor that was announced ahead", () => {
  it("waits for the day from which it holds", async () => {
    const announced: StagedRow = {...planted("2020-06-01").obligors, valid_from: "2021-01-01"};
    const after = await featuresWith((engine) => insert(engine, contractOf("obligors"), announced));
    expect(after.get("feat_profiles")).toEqual(before.get("feat_profiles"));
  });
});

describe("a payment that was made after the observation date", () => {
  it("is unpaid as seen on that date", async () => {
    const row: StagedRow = {
      facility_id: "F",
      due_date: "2020-05-20",
      amount_due: 5000,
      amount_paid: 5000,
      paid_date: NEXT_DAY
    };
    const after = await featuresWith((engine) => insert(engine, contractOf("repayments"), row));
    expect(after.get("feat_repayments")).toMatchObject([{days_past_due: 41, worst_days_late: 41}]);
  });
});
