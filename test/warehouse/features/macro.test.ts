import {describe, expect, it} from "vitest";
import {featuresAt} from "../../support/featuresAt.js";
import type {StagedRow} from "../../support/stagedBank.js";

/** What was known of the economy on 30 June 2020. */
async function economyBy(...macro_series: StagedRow[]): Promise<Record<string, unknown>> {
  return (await featuresAt("feat_macro", {dates: ["2020-06-30"]}, {macro_series}))[0]!;
}

const value = (series: string, period_end: string, published_date: string, value: number): StagedRow => {
  return {series, period_end, published_date, value};
};

describe("a series of the economy", () => {
  it("is the last period published by then, against those a quarter and a year before it", async () => {
    const row = await economyBy(
      value("gdp_growth", "2019-03-31", "2019-04-17", 0.064),
      value("gdp_growth", "2019-12-31", "2020-01-17", 0.06),
      value("gdp_growth", "2020-03-31", "2020-04-17", -0.068),
      value("gdp_growth", "2020-06-30", "2020-07-01", 0.032)
    );
    expect(row["gdp_growth_rate"]).toBe(-0.068);
    expect(row["gdp_growth_quarter_change_rate"]).toBeCloseTo(-0.128, 12);
    expect(row["gdp_growth_year_change_rate"]).toBeCloseTo(-0.132, 12);
  });

  it("is corrected by its later versions once they are published, and an older period never beats a newer one", async () => {
    const row = await economyBy(
      value("ppi", "2020-02-29", "2020-06-30", 0.5),
      value("ppi", "2020-05-31", "2020-06-10", -0.037),
      value("ppi", "2020-05-31", "2020-06-20", -0.035),
      value("ppi", "2020-05-31", "2020-07-01", 0.9)
    );
    expect(row).toMatchObject({ppi_rate: -0.035, ppi_year_change_rate: null});
    expect(row["ppi_quarter_change_rate"]).toBeCloseTo(-0.535, 12); // February in the version of the day itself
  });

  it.each<[string, string, number | null]>([
    ["for a year", "2019-07-31", 0.043],
    ["and no longer", "2019-06-30", null]
  ])("is used %s after its last period", async (_, period, expected) => {
    const row = await economyBy(value("lpr_1y", period, period, 0.043));
    expect(row["lpr_1y_rate"]).toBe(expected);
  });

  it("has no change against a period that was not published", async () => {
    const row = await economyBy(value("pmi", "2020-06-30", "2020-06-30", 0.509));
    expect(row).toMatchObject({pmi_share: 0.509, pmi_quarter_change_share: null, pmi_year_change_share: null});
  });

  it("counts the months of contraction in the last twelve, and 0.5 is none", async () => {
    const row = await economyBy(
      value("pmi", "2019-06-30", "2019-06-30", 0.494), // thirteen months back
      value("pmi", "2019-07-31", "2019-07-31", 0.497),
      value("pmi", "2020-02-29", "2020-02-29", 0.357),
      value("pmi", "2020-05-31", "2020-05-31", 0.5),
      value("pmi", "2020-06-30", "2020-06-30", 0.509)
    );
    expect(row["pmi_contraction_months"]).toBe(2);
    expect((await economyBy())["pmi_contraction_months"]).toBeNull();
  });

  it("gives the real rate where both parts are known", async () => {
    const rate = value("lpr_1y", "2020-06-30", "2020-06-30", 0.0385);
    const row = await economyBy(rate, value("ppi", "2020-05-31", "2020-06-10", -0.037));
    expect(row["lpr_1y_real_rate"]).toBeCloseTo(0.0755, 12);
    expect((await economyBy(rate))["lpr_1y_real_rate"]).toBeNull();
  });
});
