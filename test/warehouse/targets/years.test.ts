import {describe, expect, it} from "vitest";
import {targetsOf, type TargetCase} from "../../support/targets.js";

const event = (published_date: string) => ({event_type: "reported_default", published_date});
const lines = (facility_id: string, months: readonly string[]) =>
  months.map((month_end) => ({facility_id, month_end, limit: 1, drawn: 1}));

describe("the years after an observation date", () => {
  const yearsOf = async (bank: TargetCase) =>
    (await targetsOf(bank, ["target_default_years"]))["target_default_years"]!;

  it("name the one of the first default, by one day", async () => {
    const on = async (day: string) => (await yearsOf({events: [event(day)], dataEnd: "2026-06-30"}))[0];
    expect(await on("2021-01-31")).toMatchObject({default_year: 1, years_observed: 1});
    expect(await on("2021-02-01")).toMatchObject({default_year: 2, years_observed: 2});
    expect(await on("2025-01-31")).toMatchObject({default_year: 5, years_observed: 5});
    expect(await on("2025-02-01")).toMatchObject({default_year: null, years_observed: 5});
    expect(await on("2020-01-31")).toMatchObject({default_year: null, years_observed: null}); // in default already
  });

  it("count when they are over, for defaulters as for survivors", async () => {
    const seen = async (dataEnd: string, events = [event("2021-03-01")]) => (await yearsOf({events, dataEnd}))[0];
    expect(await seen("2022-01-31")).toMatchObject({default_year: 2, years_observed: 2});
    expect(await seen("2022-01-30")).toMatchObject({default_year: null, years_observed: 1});
    expect(await seen("2022-01-30", [])).toMatchObject({default_year: null, years_observed: 1});
    expect(await seen("2021-01-30")).toMatchObject({default_year: null, years_observed: 0});
  });

  it("end with the first at whose end the obligor has left, where the policy excludes withdrawals", async () => {
    const months = ["2020-01-31", "2021-01-31", "2021-06-30", "2022-01-31", "2023-01-31"];
    const bank = (there: string[], withdrawals: "exclude" | "count_as_survivor") => ({
      obligors: ["A", "B"],
      exposures: [...lines("F-A", there), ...lines("F-B", months)],
      dataEnd: "2023-01-31",
      policy: {withdrawals}
    });
    const first = async (there: string[], withdrawals: "exclude" | "count_as_survivor") =>
      (await yearsOf(bank(there, withdrawals)))[0];
    const leaving = ["2020-01-31", "2021-01-31"];
    expect(await first(leaving, "exclude")).toMatchObject({default_year: null, years_observed: 1});
    expect(await first(leaving, "count_as_survivor")).toMatchObject({default_year: null, years_observed: 3});
    // Away for part of a year alone, and over the end of the second.
    expect(await first([...leaving, "2022-01-31"], "exclude")).toMatchObject({years_observed: 2});
    expect(await first([...leaving, "2023-01-31"], "exclude")).toMatchObject({years_observed: 1});
  });
});
