import {expect, it} from "vitest";
import {featuresAt} from "../../support/featuresAt.js";
import type {StagedRow} from "../../support/stagedBank.js";

const facilities = [{facility_id: "F", obligor_id: "A"}];
const at = (month_end: string, drawn: number, days_past_due = 0, classification: string | null = null): StagedRow => {
  return {facility_id: "F", month_end, limit: 100, drawn, days_past_due, classification};
};

const book = [
  at("2019-06-30", 40, 99, "loss"), // a year before, and out of the twelve month ends
  at("2019-07-31", 100, 5, "substandard"),
  at("2020-03-31", 110),
  at("2020-06-30", 50, 0, "special_mention")
];

async function exposuresOf(exposures: StagedRow[], date = "2020-06-30") {
  return (await featuresAt("feat_exposures", {dates: [date]}, {facilities, exposures}))[0]!;
}

it("the month-end book is looked back on for twelve month ends", async () => {
  const row = await exposuresOf(book);
  expect(row).toMatchObject({
    core_days_past_due: 0,
    worst_core_days_past_due: 5,
    overdue_month_share: 1 / 3, // one of the three month ends in the book
    since_overdue_months: 11,
    risk_class_rank: 2,
    excess_month_share: 1 / 3, // 110 drawn of 100
    peak_utilisation_share: 1.1,
    drawn_growth_rate: 0.25, // 50 against the 40 of a year before
    book_months: 4
  });
  expect(row["average_utilisation_share"]).toBeCloseTo(260 / 300, 12);
  expect(row["utilisation_range_share"]).toBeCloseTo(0.6, 12);
  expect(row["utilisation_change_share"]).toBeCloseTo(-0.6, 12); // 0.5 less the 1.1 of March
});

it("what comes later changes nothing", async () => {
  expect(await exposuresOf([...book, at("2020-07-31", 100, 400, "loss")])).toEqual(await exposuresOf(book));
});

it("the worst of several facilities counts, and limits are added", async () => {
  const exposures = [at("2020-06-30", 50, 3, "pass"), {...at("2020-06-30", 10, 40, "doubtful"), facility_id: "G"}];
  const rows = {facilities: [...facilities, {facility_id: "G", obligor_id: "A"}], exposures};
  expect((await featuresAt("feat_exposures", {dates: ["2020-06-30"]}, rows))[0]).toMatchObject({
    core_days_past_due: 40,
    risk_class_rank: 4,
    peak_utilisation_share: 0.3, // 60 of 200
    since_overdue_months: 0
  });
});

it("an obligor out of the book has nothing, one never late no months since", async () => {
  expect(await exposuresOf(book, "2020-05-31")).toMatchObject({core_days_past_due: null, book_months: null});
  expect(await exposuresOf([at("2020-06-30", 50)])).toMatchObject({
    since_overdue_months: null,
    overdue_month_share: 0,
    risk_class_rank: null,
    utilisation_change_share: null
  });
});
