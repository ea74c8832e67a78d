import {describe, expect, it} from "vitest";
import {featuresAt} from "../../support/featuresAt.js";
import type {StagedRow} from "../../support/stagedBank.js";

const OBSERVED = "2020-06-30";

let sequence = 0;
const movement = (transaction_date: string, direction: string, category: string, amount: number): StagedRow => {
  return {transaction_id: `T${++sequence}`, obligor_id: "A", transaction_date, direction, category, amount};
};
const receipt = (day: string, amount: number) => movement(day, "in", "sales", amount);
const payment = (day: string, category: string, amount: number) => movement(day, "out", category, amount);

/** The tenth of each of so many months that end with June 2020, the last first. */
function tenths(months: number): string[] {
  return Array.from({length: months}, (_, back) => new Date(Date.UTC(2020, 5 - back, 10)).toISOString().slice(0, 10));
}

/** 200 a month in the last three months, 100 in the nine before, 50 in each month before these. */
function receipts(months: number): StagedRow[] {
  return tenths(months).map((day, back) => receipt(day, back < 3 ? 200 : back < 12 ? 100 : 50));
}

async function flowsOf(account_transactions: StagedRow[], more: Readonly<Record<string, StagedRow[]>> = {}) {
  return (await featuresAt("feat_account_flows", {dates: [OBSERVED]}, {account_transactions, ...more}))[0]!;
}

describe("two years of receipts", () => {
  it("are compared quarter with year, year with year and quarter with its like", async () => {
    const row = await flowsOf([...receipts(24), payment("2020-06-30", "purchase", 300)]);
    expect(row).toMatchObject({
      inflow_growth_rate: 1.5, // 3 * 200 + 9 * 100 against 12 * 50
      inflow_trend_ratio: 2, // 200 a month to 100
      inflow_seasonal_rate: 3, // 600 against the 150 of April to June 2019
      net_flow_share: 0.8, // 1500 - 300
      recent_net_flow_share: 0.5, // 600 - 300
      deficit_month_share: 1 / 12, // June alone
      idle_month_share: 0,
      sales_inflow_share: 1,
      purchase_outflow_share: 1,
      outflow_growth_rate: null, // nothing went out in the year before
      payroll_month_share: 0,
      since_payroll_days: null
    });
    expect(row["log_inflow"]).toBeCloseTo(Math.log(1500), 12);
    // Mean 125, mean of squares 17500: the root of 1875, to 125.
    expect(row["inflow_variation_ratio"]).toBeCloseTo(Math.sqrt(1875) / 125, 12);
    // One month of 300 in twelve: the root of 7500 - 625, to 25.
    expect(row["outflow_variation_ratio"]).toBeCloseTo(Math.sqrt(6875) / 25, 12);
  });

  it("part by the day: the last of June 2019 lies in the year before", async () => {
    const before = await flowsOf([...receipts(24), receipt("2019-06-30", 60)]);
    const within = await flowsOf([...receipts(24), receipt("2019-07-01", 60)]);
    expect(before["inflow_growth_rate"]).toBeCloseTo(1500 / 660 - 1, 12);
    expect(within["inflow_growth_rate"]).toBeCloseTo(1560 / 600 - 1, 12);
  });

  it("do not count what the bank lends, nor what it is paid back", async () => {
    const loans = [movement("2020-06-05", "in", "loan", 9000), payment("2020-06-06", "loan", 500)];
    const row = await flowsOf([...receipts(24), payment("2020-06-30", "purchase", 300), ...loans]);
    expect(row).toMatchObject({
      inflow_growth_rate: 1.5,
      net_flow_share: 0.8,
      repayment_outflow_share: 0.625, // 500 of 800
      repayment_cover_ratio: 2.4 // 1500 - 300 to 500
    });
  });
});

describe("a history that is too short", () => {
  it.each([
    [23, {inflow_growth_rate: null, inflow_seasonal_rate: 3, inflow_trend_ratio: 2}],
    [14, {inflow_seasonal_rate: null, inflow_trend_ratio: 2}],
    [11, {inflow_trend_ratio: null, log_inflow: null, revenue_share: null}],
    [5, {inflow_variation_ratio: null, idle_month_share: 0}]
  ])("of %i months says no more than it can", async (months, expected) => {
    expect(await flowsOf(receipts(months))).toMatchObject(expected);
  });

  it("that has not begun says nothing, and one that has ceased says zero while the feed runs", async () => {
    const elsewhere = {...receipt("2020-06-01", 10), obligor_id: "B"};
    const nothing = {idle_month_share: null, payroll_month_share: null, net_flow_share: null};
    expect(await flowsOf([elsewhere])).toMatchObject(nothing);
    expect(await flowsOf([receipt("2016-03-01", 10), elsewhere])).toMatchObject({
      idle_month_share: 1,
      deficit_month_share: 0,
      net_flow_share: null, // nothing came in
      log_inflow: null
    });
  });
});

describe("a feed that has ended", () => {
  const feed = async (...others: string[]) =>
    await flowsOf([...receipts(24).slice(1), ...others.map((day) => ({...receipt(day, 10), obligor_id: "B"}))]);

  it("says nothing of the months after its last, and of an obligor's month without a movement before that zero", async () => {
    // The obligor moved last on 10 May: June is a month without an inflow, if anybody moved in June by its end.
    expect(await feed("2020-06-01")).toMatchObject({idle_month_share: 1 / 12, purchase_outflow_share: null});
    expect(await feed("2020-06-30")).toMatchObject({idle_month_share: 1 / 12});
    const ended = await feed("2020-05-31");
    expect(await feed("2020-05-31", "2020-07-01")).toEqual(ended);
    const {obligor_id, observation_date, ...features} = ended;
    expect(obligor_id).toBe("A");
    expect(observation_date).toBeDefined();
    expect(new Set(Object.values(features))).toEqual(new Set([null]));
  });
});

describe("payroll and tax", () => {
  it("are regular or not by months, amounts and days since", async () => {
    const row = await flowsOf([
      ...receipts(12),
      payment("2020-05-10", "payroll", 10),
      payment("2020-06-10", "payroll", 30),
      payment("2020-04-15", "tax", 15)
    ]);
    expect(row).toMatchObject({
      payroll_month_share: 2 / 12,
      payroll_variation_ratio: 0.5, // ten around a mean of twenty
      since_payroll_days: 20,
      tax_month_share: 1 / 12,
      since_tax_days: 76,
      tax_to_sales_ratio: 0.01 // 15 to 1500
    });
    expect(row["payroll_outflow_share"]).toBeCloseTo(40 / 55, 12);
  });

  it("are looked for through two years", async () => {
    const old = (day: string) => flowsOf([...receipts(12), payment(day, "payroll", 10)]);
    expect(await old("2018-07-01")).toMatchObject({since_payroll_days: 730, payroll_month_share: 0});
    expect(await old("2018-06-30")).toMatchObject({since_payroll_days: null, payroll_month_share: 0});
  });
});

describe("the share of flows at this bank", () => {
  const annual = (period_end: string, published_date: string, revenue: number, scope = "standalone"): StagedRow => {
    return {obligor_id: "A", period_end, period_type: "annual", scope, published_date, revenue};
  };
  const shareWith = async (...financial_statements: StagedRow[]) =>
    (await flowsOf(receipts(12), {financial_statements}))["revenue_share"];

  it("is receipts for sales to the revenue that the obligor itself reported last", async () => {
    const own = annual("2019-12-31", "2020-04-20", 3000);
    expect(await shareWith(own)).toBe(0.5); // 1500 to 3000
    expect(await shareWith(own, annual("2019-12-31", "2020-05-20", 9000, "consolidated"))).toBe(0.5);
    expect(await shareWith(own, annual("2018-12-31", "2020-06-29", 1))).toBe(0.5);
    expect(await shareWith(own, annual("2019-12-31", "2020-06-30", 6000))).toBe(0.25);
    expect(await shareWith(own, annual("2019-12-31", "2020-07-01", 6000))).toBe(0.5);
  });

  it("is not known from a statement of more than two years ago, or without revenue", async () => {
    expect(await shareWith(annual("2018-06-30", "2018-10-01", 3000))).toBeNull();
    expect(await shareWith(annual("2018-07-31", "2018-10-01", 3000))).toBe(0.5);
    expect(await shareWith(annual("2019-12-31", "2020-04-20", 0))).toBeNull();
  });
});

it("net flow is set against the limits in force", async () => {
  const facilities = [{facility_id: "F", obligor_id: "A"}];
  const exposures = [{facility_id: "F", month_end: OBSERVED, limit: 6000, drawn: 1}];
  expect(await flowsOf(receipts(12), {facilities, exposures})).toMatchObject({net_flow_to_limit_ratio: 0.25});
  expect(await flowsOf(receipts(12))).toMatchObject({net_flow_to_limit_ratio: null});
});
