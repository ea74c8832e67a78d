import {describe, expect, it} from "vitest";
import {featuresAt} from "../../support/featuresAt.js";
import type {StagedRow} from "../../support/stagedBank.js";

const project = (project_id: string): StagedRow => {
  return {project_id, obligor_id: "A", valid_from: "2015-01-01", published_date: "2015-01-01", stage: "operation"};
};

/** The cover of obligor A's projects on 30 June 2020. */
async function coverBy(...project_cashflows: StagedRow[]): Promise<Record<string, unknown>> {
  const projects = [project("P"), project("Q")];
  return (await featuresAt("feat_project_cashflows", {dates: ["2020-06-30"]}, {projects, project_cashflows}))[0]!;
}

/** A half-year whose CFADS is as given against a debt service of 100. */
function half(
  basis: string,
  period_end: string,
  published_date: string,
  cfads: number,
  more: StagedRow = {}
): StagedRow {
  const service = {interest: 40, principal: 60};
  return {
    project_id: "P",
    period_end,
    basis,
    published_date,
    revenue: cfads + 50,
    operating_cost: 50,
    ...service,
    ...more
  };
}

const actual = (period_end: string, cfads: number, more: StagedRow = {}): StagedRow =>
  half("actual", period_end, "2020-02-14", cfads, more);
const forecast = (period_end: string, cfads: number, more: StagedRow = {}): StagedRow =>
  half("forecast", period_end, "2016-01-01", cfads, more);

describe("what projects earn against what they owe", () => {
  it("is revenue less cost, tax, working capital and maintenance, to interest and principal", async () => {
    const parts = {revenue: 300, operating_cost: 90, tax: 20, working_capital_change: -5, maintenance_expenditure: 15};
    const row = await coverBy(actual("2019-12-31", 0, {...parts, interest: 50, principal: 70}));
    expect(row["dscr_ratio"]).toBe(1.5); // (300 - 90 - 20 + 5 - 15) / 120
    const bare = {...parts, working_capital_change: null, maintenance_expenditure: null};
    const without = await coverBy(actual("2019-12-31", 0, {...bare, interest: 50, principal: 45}));
    expect(without["dscr_ratio"]).toBe(2); // 190 / 95
  });

  it("is that of the last year reported, its change, and the worst half of two years", async () => {
    const row = await coverBy(
      actual("2017-12-31", 1),
      actual("2018-06-30", 90),
      actual("2018-12-31", 130),
      actual("2019-06-30", 160),
      actual("2019-12-31", 140)
    );
    expect(row).toMatchObject({
      dscr_ratio: 1.5, // 300 / 200
      worst_dscr_ratio: 0.9,
      short_periods_share: 0.25,
      cashflow_age_days: 182
    });
    expect(row["dscr_change_ratio"]).toBeCloseTo(0.4, 12); // less 220 / 200
  });

  it("adds up projects, each by its own last year, and tells the oldest report", async () => {
    const row = await coverBy(
      actual("2019-12-31", 150),
      actual("2019-06-30", 80, {project_id: "Q", interest: 0, principal: 50}),
      actual("2018-06-30", 999, {project_id: "Q"})
    );
    expect(row["dscr_ratio"]).toBeCloseTo(230 / 150, 12);
    expect(row).toMatchObject({worst_dscr_ratio: 1.5, cashflow_age_days: 366});
  });

  it("counts a report from the day it is published, in its last version, and no period that is not over", async () => {
    const row = await coverBy(
      half("actual", "2019-12-31", "2020-02-14", 150),
      half("actual", "2019-12-31", "2020-06-30", 140),
      half("actual", "2019-12-31", "2020-07-01", 10),
      half("actual", "2020-12-31", "2020-06-30", 10)
    );
    expect(row["dscr_ratio"]).toBe(1.4);
  });

  it("is not lowered by a year without debt service, and unknown without any report", async () => {
    const free = await coverBy(actual("2019-12-31", 150, {interest: 0, principal: 0}));
    expect(free).toMatchObject({dscr_ratio: null, worst_dscr_ratio: null, short_periods_share: null});
    expect(free["cashflow_age_days"]).toBe(182);
    expect(await coverBy()).toMatchObject({dscr_ratio: null, forecast_dscr_ratio: null, cashflow_age_days: null});
  });

  it("is short below the debt service, and not at it", async () => {
    expect(await coverBy(actual("2019-12-31", 100))).toMatchObject({dscr_ratio: 1, short_periods_share: 0});
    expect(await coverBy(actual("2019-12-31", 99.99))).toMatchObject({short_periods_share: 1});
  });
});

describe("what was foreseen", () => {
  it("is held against what came, by the last forecast made before the period was over", async () => {
    const row = await coverBy(
      forecast("2019-06-30", 200),
      half("forecast", "2019-06-30", "2019-06-30", 150),
      half("forecast", "2019-06-30", "2019-07-01", 10),
      actual("2019-06-30", 120),
      actual("2019-12-31", 500) // nothing was foreseen for it
    );
    expect(row["cfads_to_forecast_ratio"]).toBe(0.8); // 120 / 150
  });

  it("covers the next twelve months, and the worst of all that is ahead", async () => {
    const row = await coverBy(
      forecast("2020-06-30", 1),
      forecast("2020-12-31", 140),
      forecast("2021-06-30", 120),
      forecast("2021-12-31", 110),
      forecast("2021-12-31", 500, {interest: 0, principal: 0, project_id: "Q"})
    );
    expect(row).toMatchObject({forecast_dscr_ratio: 1.3, forecast_least_dscr_ratio: 1.1, dscr_ratio: null});
  });

  it("is what the last forecast known by then says", async () => {
    const row = await coverBy(
      forecast("2020-12-31", 140),
      half("forecast", "2020-12-31", "2020-06-30", 130),
      half("forecast", "2020-12-31", "2020-07-01", 20)
    );
    expect(row["forecast_dscr_ratio"]).toBe(1.3);
  });

  it("leaves as much headroom as is left when it is missed as before", async () => {
    const rows = [forecast("2019-12-31", 125), actual("2019-12-31", 100), forecast("2020-12-31", 150)];
    expect((await coverBy(...rows))["dscr_headroom_ratio"]).toBeCloseTo(0.2, 12); // 1.5 * 0.8 - 1
    expect((await coverBy(forecast("2020-12-31", 150)))["dscr_headroom_ratio"]).toBeNull();
  });
});

describe("a project that has ended, or that another owes for", () => {
  it("counts no more", async () => {
    const rows = {project_cashflows: [actual("2019-12-31", 150)]};
    for (const change of [{stage: "ended"}, {obligor_id: "B"}]) {
      const changed = {...project("P"), valid_from: "2020-06-30", published_date: "2020-06-30", ...change};
      const projects = [project("P"), changed];
      const [row] = await featuresAt("feat_project_cashflows", {dates: ["2020-06-30"]}, {...rows, projects});
      expect(row!["dscr_ratio"]).toBeNull();
    }
  });
});
