import {describe, expect, it} from "vitest";
import {featuresAt} from "../../support/featuresAt.js";
import type {StagedBank, StagedRow} from "../../support/stagedBank.js";

const OBSERVED = "2020-06-30";

/** How the projects of obligor A stand on 30 June 2020. */
async function standing(
  projects: readonly StagedRow[],
  more: StagedBank["rows"] = {}
): Promise<Record<string, unknown>> {
  return (await featuresAt("feat_projects", {dates: [OBSERVED]}, {projects, ...more}))[0]!;
}

/** A project that is to be built in 200 days, of which 100 are over on 30 June 2020. */
const plant: StagedRow = {
  project_id: "P",
  obligor_id: "A",
  valid_from: "2020-03-01",
  published_date: "2020-03-01",
  stage: "construction",
  total_cost: 1000,
  equity: 300,
  construction_start_date: "2020-03-22",
  planned_completion_date: "2020-10-08",
  concession_end_date: "2040-10-08"
};
const complete: StagedRow = {...plant, valid_from: "2020-06-01", published_date: "2020-06-01", stage: "operation"};

describe("a project against its plan", () => {
  it("is half done when half of the planned days are over", async () => {
    expect(await standing([plant])).toMatchObject({
      projects: 1n,
      is_building: true,
      progress_share: 0.5,
      delay_days: 0,
      cost_overrun_rate: 0,
      equity_share: 0.3
    });
  });

  it("adds up projects by their cost, and is as late as the latest", async () => {
    const later = {...plant, project_id: "Q", total_cost: 3000, equity: 500, planned_completion_date: "2020-06-20"};
    expect(await standing([plant, later])).toMatchObject({
      projects: 2n,
      progress_share: 0.875, // (0.5 * 1000 + 1 * 3000) / 4000: no more than its whole time can be over
      delay_days: 10,
      equity_share: 0.2
    });
  });

  it.each<[string, StagedRow, number]>([
    ["a plan that moved", {planned_completion_date: "2020-12-31"}, 84], // from 8 October
    ["a plan that moved and is past", {planned_completion_date: "2020-06-29"}, -100], // today against 8 October
    ["its completion", {stage: "operation", completion_date: "2020-06-01"}, -129] // 1 June against 8 October
  ])("is late or early by %s", async (_, change, days) => {
    const changed = {...plant, valid_from: "2020-06-01", published_date: "2020-06-01", ...change};
    expect((await standing([plant, changed]))["delay_days"]).toBe(days);
  });

  it("costs more than first planned, as far as that is known", async () => {
    const dearer = {...plant, valid_from: "2020-05-01", published_date: OBSERVED, total_cost: 1250};
    expect((await standing([plant, dearer]))["cost_overrun_rate"]).toBe(0.25);
    const tomorrow = {...dearer, published_date: "2020-07-01"};
    expect((await standing([plant, tomorrow]))["cost_overrun_rate"]).toBe(0);
  });

  it("keeps to the plan that was known first, though an older one comes in late", async () => {
    const older = {...plant, valid_from: "2019-01-01", published_date: "2020-06-15", total_cost: 500};
    expect(await standing([plant, older])).toMatchObject({cost_overrun_rate: 0, delay_days: 0});
  });

  it("is being built until it is complete, though its completion is written down before", async () => {
    const announced = {...plant, completion_date: "2020-07-01"};
    expect(await standing([announced])).toMatchObject({is_building: true, progress_share: 0.5, delay_days: 0});
    expect(await standing([{...complete, completion_date: OBSERVED}])).toMatchObject({
      is_building: false,
      progress_share: 1
    });
  });

  it("has no progress and no delay without dates, and none before it begins", async () => {
    const undated = {...plant, construction_start_date: null, planned_completion_date: null};
    expect(await standing([undated])).toMatchObject({projects: 1n, progress_share: null, delay_days: null});
    const ahead = {...plant, construction_start_date: "2020-07-01"};
    expect((await standing([ahead]))["progress_share"]).toBe(0);
  });

  it("is nothing before it is known and after it has ended", async () => {
    const nothing = {projects: null, is_building: null, progress_share: null, equity_share: null, tail_months: null};
    expect(await standing([{...plant, published_date: "2020-07-01"}])).toMatchObject(nothing);
    expect(await standing([{...plant, stage: "ended"}])).toMatchObject(nothing);
  });
});

describe("what was lent for projects", () => {
  const loan = (facility_id: string, project_id: string | null, maturity_date: string): StagedRow => {
    return {facility_id, obligor_id: "A", project_id, start_date: "2020-03-01", maturity_date};
  };
  const owed = (facility_id: string, drawn: number, month_end = OBSERVED): StagedRow => {
    return {facility_id, month_end, limit: 700, drawn};
  };

  it("is held against the time that is over, all that is owed, and the life of the concession", async () => {
    const row = await standing([plant], {
      facilities: [loan("F", "P", "2030-03-01"), loan("G", "P", "2025-03-01"), loan("H", null, "2025-03-01")],
      exposures: [owed("F", 400), owed("G", 90), owed("H", 490), owed("F", 1, "2020-05-31")]
    });
    expect(row["drawn_ahead_share"]).toBeCloseTo(0.2, 12); // 490 of 700, and half of the time
    expect(row).toMatchObject({project_drawn_share: 0.5, tail_months: 127}); // March 2030 to October 2040
  });

  it("is ahead of nothing once all is built", async () => {
    const row = await standing([complete], {facilities: [loan("F", "P", "2030-03-01")], exposures: [owed("F", 400)]});
    expect(row).toMatchObject({drawn_ahead_share: null, project_drawn_share: 1});
  });

  it("is unknown without a loan, or with one that is not in the book", async () => {
    const unknown = {project_drawn_share: null, drawn_ahead_share: null};
    expect(await standing([plant])).toMatchObject({...unknown, tail_months: null});
    expect(await standing([plant], {facilities: [loan("F", "P", "2030-03-01")]})).toMatchObject({
      ...unknown,
      tail_months: 127
    });
  });

  it("leaves out a loan that begins tomorrow, and a project without debt in its plan", async () => {
    const tomorrow = {...loan("F", "P", "2030-03-01"), start_date: "2020-07-01"};
    expect((await standing([plant], {facilities: [tomorrow]}))["tail_months"]).toBeNull();
    const other = {...loan("G", null, "2030-03-01"), start_date: "2020-07-01"};
    const both = {facilities: [loan("F", "P", "2030-03-01"), other], exposures: [owed("F", 10), owed("G", 30)]};
    expect((await standing([plant], both))["project_drawn_share"]).toBe(1);
    const row = await standing([{...plant, equity: 1000}], {
      facilities: [loan("F", "P", "2030-03-01")],
      exposures: [owed("F", 10)]
    });
    expect(row["drawn_ahead_share"]).toBeNull();
  });
});
