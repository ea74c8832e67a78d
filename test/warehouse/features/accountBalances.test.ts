import {expect, it} from "vitest";
import {featuresAt} from "../../support/featuresAt.js";
import type {StagedRow} from "../../support/stagedBank.js";

const OBSERVED = "2020-06-30";

const stated = (transaction_id: string, transaction_date: string, balance_after: number | null, out = 0): StagedRow => {
  const direction = out > 0 ? "out" : "in";
  return {transaction_id, obligor_id: "A", transaction_date, direction, category: "other", amount: out, balance_after};
};

async function balancesOf(account_transactions: StagedRow[]) {
  const facilities = [{facility_id: "F", obligor_id: "A"}];
  const exposures = [{facility_id: "F", month_end: OBSERVED, limit: 900, drawn: 800}];
  const rows = {account_transactions, facilities, exposures};
  return (await featuresAt("feat_account_balances", {dates: [OBSERVED]}, rows))[0]!;
}

const history = [
  stated("1", "2019-06-30", 200),
  stated("2", "2019-07-01", 7000),
  stated("3", "2020-03-01", 1000),
  stated("4", "2020-05-01", -50, 910),
  stated("5", "2020-06-30", 400)
];

it("a balance holds from its day until the next one, and is measured in days of what goes out", async () => {
  const row = await balancesOf(history);
  // The quarter has 91 days, with 910 spent: ten a day. 1000 for the 30 days of April, -50 for the 60 to 29 June, 400 for one.
  expect(row).toMatchObject({
    balance_outflow_days: 40,
    lowest_balance_outflow_days: -5,
    overdrawn_share: 60 / 91,
    low_balance_share: 60 / 91,
    balance_range_share: 1.05,
    balance_growth_rate: 1, // 400 against the 200 that were there on 30 June 2019
    balance_to_drawn_ratio: 0.5
  });
});

it("less than five days of outflows is low, five are not", async () => {
  const after = (balance: number) =>
    balancesOf([stated("1", "2020-03-01", 1000), stated("2", "2020-05-01", balance, 910)]);
  expect(await after(50)).toMatchObject({low_balance_share: 0, overdrawn_share: 0});
  expect(await after(49.99)).toMatchObject({low_balance_share: 61 / 91});
});

it("days before the first balance are not counted", async () => {
  const row = await balancesOf([stated("1", "2020-06-29", -5, 910), stated("2", "2020-06-30", 500)]);
  expect(row).toMatchObject({overdrawn_share: 0.5, balance_growth_rate: null});
});

it("a balance is known through the two years from its month, and no longer", async () => {
  const from = (day: string) => balancesOf([stated("1", day, 700), stated("2", "2020-06-29", null, 910)]);
  expect(await from("2018-07-01")).toMatchObject({balance_outflow_days: 70, overdrawn_share: 0}); // 700 at ten a day
  // Until the end of May 2020 it holds, so that it is known for 61 days of the quarter.
  expect(await from("2018-06-30")).toMatchObject({balance_outflow_days: null, overdrawn_share: 0});
  expect(await from("2018-04-30")).toMatchObject({balance_outflow_days: null, overdrawn_share: null});
});

it("the balance of a day is that of its last movement, and movements without one change nothing", async () => {
  const row = await balancesOf([...history, stated("6", "2020-06-30", 800), stated("7", "2020-06-30", null)]);
  expect(row).toMatchObject({balance_outflow_days: 80, overdrawn_share: 60 / 91});
});

it("without a balance, or with nothing spent, nothing is said", async () => {
  expect(await balancesOf([stated("1", "2020-06-01", null, 10)])).toMatchObject({
    balance_outflow_days: null,
    overdrawn_share: null
  });
  expect(await balancesOf([stated("1", "2020-06-01", 70)])).toMatchObject({
    balance_outflow_days: null,
    low_balance_share: null,
    overdrawn_share: 0
  });
});
