import {describe, expect, it} from "vitest";
import {featuresAt} from "../../support/featuresAt.js";
import type {StagedRow} from "../../support/stagedBank.js";

const maker: StagedRow = {
  obligor_id: "A",
  valid_from: "2015-01-01",
  published_date: "2015-01-01",
  industry_code: "C3911"
};

/** What was known on 30 June 2020 of the industry that obligor A is in. */
async function industryBy(
  industry_series: readonly StagedRow[],
  obligors: readonly StagedRow[] = [maker]
): Promise<Record<string, unknown>> {
  return (await featuresAt("feat_industry", {dates: ["2020-06-30"]}, {industry_series, obligors}))[0]!;
}

function output(period_end: string, value: number, facts: StagedRow = {}): StagedRow {
  return {industry_section: "C", series: "output_growth", period_end, published_date: period_end, value, ...facts};
}

describe("the industry of an obligor", () => {
  it("is that of its section, by the last period published, against a quarter and a year before", async () => {
    const row = await industryBy([
      output("2019-03-31", 0.07),
      output("2019-12-31", 0.05),
      output("2020-03-31", 0.02),
      output("2020-03-31", 0.9, {industry_section: "F"}),
      output("2020-06-30", 0.8, {published_date: "2020-07-01"})
    ]);
    expect(row["industry_output_growth_rate"]).toBe(0.02);
    expect(row["industry_output_growth_quarter_change_rate"]).toBeCloseTo(-0.03, 12);
    expect(row["industry_output_growth_year_change_rate"]).toBeCloseTo(-0.05, 12);
    expect(row["industry_output_growth_worst_rate"]).toBe(0.02);
    expect(row["industry_output_growth_range_rate"]).toBeCloseTo(0.05, 12);
  });

  it("stands against the mean of all sections", async () => {
    const row = await industryBy([
      output("2020-03-31", 0.02),
      output("2020-03-31", 0.06, {industry_section: "F"}),
      output("2020-03-31", 0.1, {industry_section: "E"}),
      output("2020-03-31", 0.03, {series: "profit_margin"})
    ]);
    expect(row["industry_output_growth_gap_rate"]).toBeCloseTo(-0.04, 12); // 0.02 less the mean of 0.02, 0.06 and 0.1
    expect(row).toMatchObject({industry_profit_margin_rate: 0.03, industry_profit_margin_gap_rate: 0});
  });

  it("is corrected by a later version once that is published", async () => {
    const row = await industryBy([
      output("2020-03-31", 0.02, {published_date: "2020-04-20"}),
      output("2020-03-31", 0.03, {published_date: "2020-06-30"}),
      output("2020-03-31", 0.9, {published_date: "2020-07-01"})
    ]);
    expect(row["industry_output_growth_rate"]).toBe(0.03);
  });

  it("looks back 24 months for the worst, and no further", async () => {
    const margin = {series: "profit_margin"};
    const row = await industryBy([
      output("2018-06-30", 0.01, margin),
      output("2018-07-31", 0.02, margin),
      output("2020-03-31", 0.05, margin)
    ]);
    expect(row["industry_profit_margin_worst_rate"]).toBe(0.02);
  });

  it("follows the obligor into another section on the day on which that holds and is known", async () => {
    const series = [output("2020-03-31", 0.02), output("2020-03-31", 0.09, {industry_section: "F"})];
    const moved = {...maker, valid_from: "2020-06-01", industry_code: "F5100"};
    const inTime = await industryBy(series, [maker, {...moved, published_date: "2020-06-30"}]);
    const late = await industryBy(series, [maker, {...moved, published_date: "2020-07-01"}]);
    expect([inTime, late].map((row) => row["industry_output_growth_rate"])).toEqual([0.09, 0.02]);
  });

  it("says nothing where the section is unknown, or its series ended a year ago", async () => {
    const unknown = await industryBy([output("2020-03-31", 0.02)], [{...maker, industry_code: null}]);
    const ended = await industryBy([output("2019-06-30", 0.02)]);
    for (const row of [unknown, ended]) {
      expect(row).toMatchObject({industry_output_growth_rate: null, industry_output_growth_worst_rate: null});
    }
    expect((await industryBy([output("2019-07-31", 0.02)]))["industry_output_growth_rate"]).toBe(0.02);
  });
});
