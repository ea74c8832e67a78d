import {describe, expect, it} from "vitest";
import {featuresAt} from "../../support/featuresAt.js";
import type {StagedRow} from "../../support/stagedBank.js";

const OBSERVED = "2020-06-30";

describe("what an obligor tells", () => {
  let number = 0;
  const contact = (interaction_date: string, kind: string, score: number | null = null): StagedRow => {
    return {interaction_id: `I${number++}`, obligor_id: "A", interaction_date, kind, score};
  };
  const told = async (...interactions: StagedRow[]): Promise<Record<string, unknown>> =>
    (await featuresAt("feat_feedback", {dates: [OBSERVED]}, {interactions}))[0]!;

  it("is the mean of twelve months' answers, and its change against the twelve before", async () => {
    const row = await told(
      contact("2018-06-30", "satisfaction", 1),
      contact("2018-07-01", "satisfaction", 4),
      contact("2019-06-30", "satisfaction", 5),
      contact("2019-07-01", "satisfaction", 3),
      contact(OBSERVED, "satisfaction", 4),
      contact("2020-02-01", "satisfaction", null),
      contact("2020-07-01", "satisfaction", 1)
    );
    expect(row).toMatchObject({satisfaction_points: 3.5, satisfaction_change_points: -1}); // 3.5 less 4.5
  });

  it("is recommended by nine and ten, and not by six and below, over 24 months", async () => {
    const scores = [10, 9, 8, 7, 6].map((score) => contact("2018-07-01", "recommendation", score));
    const row = await told(...scores, contact("2018-06-30", "recommendation", 0));
    expect(row["net_promoter_share"]).toBe(0.2); // two less one, of five
    const foes = await told(contact("2020-01-01", "recommendation", 0));
    expect(foes["net_promoter_share"]).toBe(-1);
  });

  it("is counted for twelve months, and dated", async () => {
    const row = await told(
      contact("2019-06-30", "complaint"),
      contact("2019-07-01", "complaint"),
      contact("2020-05-31", "complaint"),
      contact("2019-12-31", "visit"),
      contact("2020-07-01", "visit")
    );
    expect(row).toMatchObject({complaints: 2n, visits: 1n, contact_age_days: 30, visit_age_days: 182});
  });

  it("is silence where there were contacts before, and unknown where there were none", async () => {
    const silent = await told(contact("2017-01-01", "visit"));
    expect(silent).toMatchObject({complaints: 0n, visits: 0n, contact_age_days: null, satisfaction_points: null});
    const unknown = await told(contact("2020-07-01", "visit"));
    expect(unknown).toMatchObject({complaints: null, visits: null, contact_age_days: null, net_promoter_share: null});
  });
});
