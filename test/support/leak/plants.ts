import type {StagedRow} from "../stagedBank.js";
import {cashflow, project} from "./projects.js";
import {facility, instalment, newTerms} from "./credit.js";
import {invoice, movement} from "./flows.js";
import {answers, contact} from "./relations.js";
import {statement} from "./statements.js";
import {WORSE, changed, publication} from "./worse.js";

const PARTIES = ["A", "B", "C", "D"];
const EVENTS = ["litigation", "distressed_restructuring", "write_off", "bankruptcy_filing", "reported_default"];

/**
 * For every extract rows that became known on a day, and would change much: of A, and of those whom A trades with and who answer for it.
 * They speak of that day where they may speak of no other, and of the days before where a source may tell late.
 */
export const plants: Readonly<Record<string, (day: string) => readonly StagedRow[]>> = {
  obligors: (day) => [
    changed("A", day, day),
    changed("B", "2022-05-01", day),
    changed("E1", day, day),
    {...changed("D", day, day), parent_id: "A"},
    changed("X3", "2020-01-01", day),
    changed("X4", "2020-01-01", day)
  ],
  financial_statements: (day) => [
    statement("A", "2022-06-30", day, WORSE),
    statement("A", "2021-12-31", day, {...WORSE, total_liabilities: 8_000_000}),
    statement("A", "2020-12-31", day, {...WORSE, total_liabilities: 7_000_000})
  ],
  projects: (day) => [
    project("P", day, {stage: "ended", total_cost: 9_000_000, equity: 1, planned_completion_date: "2025-12-31"}),
    project("R", "2022-06-01", {published_date: day, total_cost: 8_000_000, planned_completion_date: "2026-12-31"}),
    project("Q", "2021-01-01", {published_date: day})
  ],
  project_cashflows: (day) => [
    cashflow("P", "2022-06-30", "actual", day, 0.2),
    cashflow("P", "2021-12-31", "actual", day, 0.3),
    ...["2022-12-31", "2023-06-30", "2023-12-31"].map((end) => cashflow("P", end, "forecast", day, 0.1)),
    cashflow("R", "2023-06-30", "forecast", day, 0.1)
  ],
  facilities: (day) => [
    facility("H", "A", day, {
      product: "fixed_asset",
      limit: 900_000,
      annual_rate: 0.2,
      project_id: "R",
      maturity_date: "2039-01-01"
    }),
    facility("H2", "D", day, {limit: 900_000, annual_rate: 0.2}),
    newTerms("F", "2022-05-15", day),
    newTerms("PF", day, day)
  ],
  exposures: (day) =>
    ["S", "SB", "SD", "PS"].map((facility_id) => ({
      facility_id,
      month_end: day,
      limit: 700_000,
      drawn: 800_000,
      days_past_due: 200,
      classification: "loss"
    })),
  repayments: (day) => [
    instalment("F", day, null),
    {...instalment("FB", day, day), amount_due: 70_000},
    {...instalment("S", day, day), amount_due: 70_000}
  ],
  collateral: (day) =>
    ["F", "PF", "FB"].map((facility_id) => ({
      collateral_id: `K${facility_id}`,
      facility_id,
      type: "deposit",
      valuation_date: "2022-06-20",
      published_date: day,
      value: 5_000_000,
      prior_claims: 1,
      released_date: null
    })),
  guarantees: (day) =>
    ["F", "PF"].flatMap((facility_id) =>
      ["B", "C", "D"].map((guarantor_id) => ({
        guarantee_id: `G${facility_id}${guarantor_id}`,
        facility_id,
        guarantor_id,
        type: "general",
        amount: null,
        valid_from: day,
        valid_until: null
      }))
    ),
  account_transactions: (day) => [
    movement("a", day, "in", "sales", 5_000_000, "Z", 5_100_000),
    movement("b", day, "out", "purchase", 900_000, "Z", 4_200_000),
    movement("c", day, "out", "payroll", 300_000, null, 3_900_000),
    movement("d", day, "out", "tax", 200_000, null, 3_700_000),
    movement("e", day, "out", "loan", 100_000, null, 3_600_000),
    movement("f", day, "in", "other", 9_100, "X4", 3_609_100),
    movement("g", day, "out", "other", 33_000, "X9", 3_576_100),
    movement("h", day, "out", "other", 3_700_000, "Y", -123_900)
  ],
  invoices: (day) => [
    invoice("a", day, "sale", "Z", 9_000_000),
    invoice("b", day, "sale", "C", 2_000_000),
    invoice("c", day, "purchase", "Y", 5_000_000),
    invoice("d", day, "purchase", "B", 1_000_000),
    invoice("e", day, "sale", "X1", 400_000, {status: "void"}),
    invoice("f", day, "sale", "X1", -300_000),
    invoice("g", day, "purchase", "X4", -200_000)
  ],
  receivables: (day) =>
    ["C", "Z", "B"].map((party, index) => ({
      receivable_id: `late ${party}`,
      obligor_id: "A",
      counterparty_id: party,
      invoice_date: day,
      due_date: day,
      amount: 5_000_000 + index,
      settled_date: null
    })),
  orders: (day) =>
    ["C", "Z", "B"].map((party, index) => ({
      order_id: `late ${party}`,
      obligor_id: "A",
      counterparty_id: party,
      order_date: day,
      promised_date: day,
      delivered_date: null,
      cancelled_date: null,
      amount: 5_000_000 + index
    })),
  qualitative_reviews: (day) => answers(day, 0).map((answer) => ({...answer, answer: 1})),
  interactions: (day) => [
    contact("late s", day, "satisfaction", 1),
    contact("late r", day, "recommendation", 0),
    contact("late c", day, "complaint", null),
    contact("late v", day, "visit", null)
  ],
  relationship_income: (day) =>
    ["lending_margin", "deposit_margin", "fees", "other"].map((income_type, index) => ({
      obligor_id: "A",
      period_end: "2022-05-31",
      published_date: day,
      income_type,
      amount: 900_000 + index
    })),
  macro_series: (day) =>
    ["gdp_growth", "lpr_1y", "pmi", "ppi"].flatMap((series) => [
      publication(day, 0.9)("2022-06-30", series),
      publication(day, 0.8)("2022-03-31", series)
    ]),
  industry_series: (day) =>
    ["C", "F"].flatMap((industry_section) =>
      ["output_growth", "profit_margin"].flatMap((series) => [
        {industry_section, ...publication(day, 0.9)("2022-06-30", series)},
        {industry_section, ...publication(day, 0.8)("2022-03-31", series)}
      ])
    ),
  credit_events: (day) =>
    PARTIES.flatMap((party) =>
      EVENTS.map((kind) => ({
        event_id: `late ${party} ${kind}`,
        obligor_id: party,
        event_type: kind,
        event_date: "2022-06-28",
        published_date: day
      }))
    ),
  applications: (day) => [
    {
      application_id: "late",
      obligor_id: "A",
      application_date: day,
      product: "fixed_asset",
      amount: 7_000_000,
      tenor_months: 60
    }
  ],
  consents: (day) => [
    {
      party_id: "B",
      data_category: "erp",
      purpose: "credit_risk",
      basis: "consent",
      granted_date: day,
      published_date: day
    }
  ],
  fx_rates: (day) => [{currency: "EUR", rate_date: day, rate: 7.5, published_date: day}]
};

/** Rows that were known well before the observation date, and show in it what one of that day cannot: that time has passed since. */
export const earlierPlants: Readonly<Record<string, readonly StagedRow[]>> = {
  repayments: ["F", "SD"].map((facility_id) => instalment(facility_id, "2022-05-15", null))
};
