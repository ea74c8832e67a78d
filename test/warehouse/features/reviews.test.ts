import {describe, expect, it} from "vitest";
import {featuresAt} from "../../support/featuresAt.js";
import type {StagedRow} from "../../support/stagedBank.js";

type Answers = Readonly<Record<string, number | null>>;

/** What the reviews of obligor A say on 30 June 2020, by the day of each. */
async function reviewed(reviews: Readonly<Record<string, Answers>>): Promise<Record<string, unknown>> {
  const rows = Object.entries(reviews).flatMap(([review_date, answers]) =>
    Object.entries(answers).map(([question, answer]): StagedRow => {
      return {obligor_id: "A", review_date, question, answer};
    })
  );
  return (await featuresAt("feat_reviews", {dates: ["2020-06-30"]}, {qualitative_reviews: rows}))[0]!;
}

const full = {management: 4, supply_chain: 3, market_position: 5, governance: 2, transparency: 3};

describe("the answers of the last review", () => {
  it("are those known by then, with mean, lowest, and days since", async () => {
    const row = await reviewed({
      "2018-06-30": {...full, management: 1},
      "2019-06-30": full,
      "2020-07-01": {...full, management: 1}
    });
    expect(row).toMatchObject({
      management_points: 4,
      supply_chain_points: 3,
      market_position_points: 5,
      governance_points: 2,
      transparency_points: 3,
      review_points: 3.4, // 17 to 5
      weakest_answer_points: 2,
      review_age_days: 366,
      missing_answers: 0n
    });
  });

  it("count on the day itself", async () => {
    expect(await reviewed({"2020-06-30": full})).toMatchObject({review_age_days: 0});
  });

  it("are missing where they were not given or not asked, and never zero", async () => {
    const row = await reviewed({"2020-01-01": {management: 4, supply_chain: null, governance: 1}});
    expect(row).toMatchObject({
      supply_chain_points: null,
      market_position_points: null,
      review_points: 2.5,
      weakest_answer_points: 1,
      missing_answers: 3n
    });
  });

  it("are none where no review was known, and without a mean where none was answered", async () => {
    const none = await reviewed({"2020-07-01": full});
    expect(none).toMatchObject({management_points: null, review_age_days: null, missing_answers: null});
    const silent = await reviewed({"2020-01-01": {management: null}});
    expect(silent).toMatchObject({review_points: null, weakest_answer_points: null, missing_answers: 5n});
  });
});

describe("the change of the answers", () => {
  it("is the mean over what was answered both times", async () => {
    const row = await reviewed({
      "2018-01-01": {management: 5, supply_chain: 5, market_position: 5, governance: 5, transparency: 5},
      "2019-01-01": {management: 3, supply_chain: 4, market_position: null, governance: 1},
      "2020-01-01": {management: 1, supply_chain: 5, market_position: 4, governance: 1, transparency: 1}
    });
    // Management fell by 2, the supply chain rose by 1, governance stayed; the other two have no answer before.
    expect(row["review_change_points"]).toBeCloseTo(-1 / 3, 12);
    expect(row["worsened_answers"]).toBe(1n);
  });

  it.each(Object.keys(full))("leaves out %s alone where that was not answered before", async (question) => {
    const worse = Object.fromEntries(Object.entries(full).map(([asked, answer]) => [asked, answer - 1]));
    const row = await reviewed({"2019-01-01": {...full, [question]: null}, "2020-01-01": worse});
    expect(row).toMatchObject({review_change_points: -1, worsened_answers: 4n});
  });

  it("is not known after one review, or where no question was answered twice", async () => {
    const unknown = {review_change_points: null, worsened_answers: null};
    expect(await reviewed({"2020-01-01": full})).toMatchObject(unknown);
    expect(await reviewed({"2019-01-01": {management: 3}, "2020-01-01": {governance: 3}})).toMatchObject(unknown);
  });

  it("is zero where nothing changed", async () => {
    const row = await reviewed({"2019-01-01": full, "2020-01-01": full});
    expect(row).toMatchObject({review_change_points: 0, worsened_answers: 0n});
  });
});
