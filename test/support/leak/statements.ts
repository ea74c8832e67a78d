import type {StagedRow} from "../stagedBank.js";
import {between, daysAfter} from "./days.js";

/** A statement whose items grow from year to year, each at its own pace. */
export function statement(
  obligor_id: string,
  period_end: string,
  published_date: string,
  more: StagedRow = {}
): StagedRow {
  const [year, month] = period_end.split("-").map(Number) as [number, number];
  const age = year - 2016;
  const part = month / 12;
  const flow = (base: number, pace: number) => Math.round(base * (1 + pace * age) * part);
  const stock = (base: number, pace: number) => Math.round(base * (1 + pace * (age + part)));
  const [cash, receivables, inventory] = [stock(410_000, 0.05), stock(900_000, 0.09), stock(700_000, 0.07)];
  const current_assets = cash + receivables + inventory + stock(150_000, 0.03);
  const fixed_assets = stock(2_000_000, 0.06);
  const total_assets = current_assets + fixed_assets + stock(300_000, 0.02);
  const [payables, short_term_debt, long_term_debt] = [
    stock(500_000, 0.06),
    stock(600_000, 0.04),
    stock(800_000, 0.03)
  ];
  const current_liabilities = payables + short_term_debt + stock(200_000, 0.05);
  const total_liabilities = current_liabilities + long_term_debt + stock(100_000, 0.01);
  return {
    obligor_id,
    period_end,
    period_type: month === 12 ? "annual" : "year_to_date",
    scope: "standalone",
    published_date,
    is_audited: month === 12,
    revenue: flow(5_000_000, 0.08),
    cost_of_sales: flow(3_500_000, 0.085),
    operating_expense: flow(800_000, 0.06),
    depreciation: flow(220_000, 0.05),
    interest_expense: flow(70_000, 0.03),
    tax: flow(90_000, 0.07),
    net_income: flow(320_000, 0.04),
    operating_cash_flow: flow(430_000, 0.035),
    capital_expenditure: flow(260_000, 0.065),
    cash,
    receivables,
    inventory,
    current_assets,
    fixed_assets,
    total_assets,
    payables,
    short_term_debt,
    current_liabilities,
    long_term_debt,
    total_liabilities,
    equity: total_assets - total_liabilities,
    retained_earnings: stock(650_000, 0.08),
    market_value: stock(2_600_000, 0.055),
    ...more
  };
}

const annual = between(2016, 2021).map((year) => statement("A", `${year}-12-31`, `${year + 1}-04-20`));
const interim = between(2019, 2022).flatMap((year) =>
  [`${year}-03-31`, `${year}-06-30`, `${year}-09-30`].map((day) => statement("A", day, daysAfter(day, 50)))
);

/** What A filed: years to 2021, with a correction of that year, and quarters to March 2022; those of June are not known yet. */
export const statements: Readonly<Record<string, readonly StagedRow[]>> = {
  financial_statements: [
    ...annual,
    ...interim.filter(({period_end}) => (period_end as string) < "2022-06-01"),
    statement("A", "2021-12-31", "2022-05-30", {net_income: 300_000})
  ]
};
