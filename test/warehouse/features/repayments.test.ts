import {describe, expect, it} from "vitest";
import {featuresAt} from "../../support/featuresAt.js";
import type {StagedRow} from "../../support/stagedBank.js";

const OBSERVED = "2020-06-30";

const instalment = (due_date: string, paid_date: string | null, amount_due = 5000): StagedRow => {
  return {facility_id: "F", due_date, paid_date, amount_due, amount_paid: paid_date === null ? 0 : amount_due};
};
const facilities = [{facility_id: "F", obligor_id: "A"}];

async function repaymentsOf(repayments: StagedRow[]) {
  const exposures = [{facility_id: "F", month_end: OBSERVED, limit: 80_000, drawn: 60_000}];
  return (await featuresAt("feat_repayments", {dates: [OBSERVED]}, {facilities, exposures, repayments}))[0]!;
}

const year = [
  instalment("2020-01-20", "2020-01-20"),
  instalment("2020-02-20", "2020-03-22"),
  instalment("2020-04-20", "2020-04-20"),
  instalment("2020-05-20", "2020-07-01")
];

describe("a year of instalments", () => {
  it("is told by how many were late, how long and when last", async () => {
    expect(await repaymentsOf(year)).toMatchObject({
      days_past_due: 41, // unpaid as seen on 30 June, since 20 May
      worst_days_late: 41,
      late_share: 0.5,
      recent_late_share: 0.5, // of April and May
      long_late_share: 0.5, // 31 and 41 days
      average_late_days: 18, // 72 days over four
      since_late_days: 41,
      unpaid_to_drawn_ratio: 5000 / 60_000,
      debt_service_to_drawn_ratio: 1 / 3,
      debt_service_growth_rate: null
    });
  });

  it("has thirty days late as not long yet", async () => {
    const row = await repaymentsOf([instalment("2020-02-20", "2020-03-21"), instalment("2020-03-20", "2020-03-20")]);
    expect(row).toMatchObject({long_late_share: 0, late_share: 0.5, average_late_days: 15});
  });

  it("is set against the year before, which ends with June", async () => {
    const before = [instalment("2018-07-20", "2018-07-20", 5000), instalment("2019-06-30", "2019-06-30", 5000)];
    expect(await repaymentsOf([...year, ...before])).toMatchObject({debt_service_growth_rate: 1, late_share: 0.5});
    const younger = [instalment("2018-08-01", "2018-08-01", 10_000)]; // not yet two years: a fragment
    expect(await repaymentsOf([...year, ...younger])).toMatchObject({debt_service_growth_rate: null});
    const within = [instalment("2019-07-01", "2019-07-01", 10_000)];
    expect(await repaymentsOf([...year, ...within])).toMatchObject({debt_service_growth_rate: null, late_share: 0.4});
  });

  it("does not count trifles as arrears, though they are owed", async () => {
    expect(await repaymentsOf([instalment("2020-05-20", null, 600)])).toMatchObject({
      days_past_due: 0,
      late_share: 0,
      unpaid_to_drawn_ratio: 0.01
    });
  });
});

it("nothing was ever due is not nothing unpaid", async () => {
  expect(await repaymentsOf([instalment("2020-07-01", null)])).toMatchObject({
    days_past_due: null,
    unpaid_to_drawn_ratio: null,
    average_late_days: null
  });
  expect(await repaymentsOf([instalment("2018-01-01", "2018-01-01")])).toMatchObject({
    unpaid_to_drawn_ratio: 0,
    since_late_days: null,
    late_share: null
  });
});
