import {describe, expect, it} from "vitest";
import {EXTRACTS} from "#loaders/contracts/index.js";
import {buildAllFeatures, featureTables, rowsIn} from "../../support/features.js";
import {featuresAt} from "../../support/featuresAt.js";
import {withEngine} from "../../support/memoryEngine.js";
import {daysAfter, monthEnd} from "../../support/leak/days.js";
import {stageBank, type StagedBank, type StagedRow} from "../../support/stagedBank.js";

const OBSERVED = "2020-06-30";

/** The relation with obligor A on 30 June 2020. */
async function relationBy(rows: StagedBank["rows"]): Promise<Record<string, unknown>> {
  return (await featuresAt("feat_relationship", {dates: [OBSERVED]}, rows))[0]!;
}

describe("the length of a relation", () => {
  const obligor = (onboarded_date: string | null): StagedBank["rows"] => {
    return {obligors: [{obligor_id: "A", valid_from: "2015-01-01", published_date: "2015-01-01", onboarded_date}]};
  };

  it.each<[string, string | null, number | null]>([
    ["the days since it was taken on", "2019-06-30", 366],
    ["zero on the day", OBSERVED, 0],
    ["unknown where that day lies ahead", "2020-07-01", null],
    ["unknown where that day is", null, null]
  ])("has as tenure %s", async (_, onboarded, days) => {
    expect((await relationBy(obligor(onboarded)))["tenure_days"]).toBe(days);
  });
});

describe("income from a relation", () => {
  const quarter = (period_end: string, amount: number, income_type = "lending_margin"): StagedRow => {
    return {obligor_id: "A", period_end, income_type, amount};
  };

  it("is that of twelve months, with its growth and parts", async () => {
    const row = await relationBy({
      relationship_income: [
        quarter("2018-06-30", 999), // the 25th month back
        quarter("2018-07-31", 50),
        quarter("2019-06-30", 30),
        quarter("2019-07-31", 40),
        quarter("2020-06-30", 50),
        quarter("2020-06-30", 7.5, "fees"),
        quarter("2020-06-30", 2.5, "deposit_margin"),
        quarter("2020-09-30", 999)
      ]
    });
    expect(row).toMatchObject({
      income: 100, // 40 + 50 + 7.5 + 2.5
      income_growth_rate: 0.25, // against 50 + 30
      income_kinds: 3,
      lending_income_share: 0.9,
      fee_income_share: 0.075
    });
  });

  it.each<[string, number | null]>([
    ["2018-09-30", 1],
    ["2018-10-31", null]
  ])("does not grow against a fragment of the year before: first known %s, growth %s", async (first, growth) => {
    const row = await relationBy({relationship_income: [quarter(first, 10), quarter("2020-06-30", 20)]});
    expect(row["income_growth_rate"]).toBe(growth);
  });

  it("is zero where there was none in a year, and unknown where there never was", async () => {
    const ofAnother = {...quarter("2020-06-30", 10), obligor_id: "B"};
    const silent = await relationBy({relationship_income: [quarter("2019-06-30", 10), ofAnother]});
    expect(silent).toMatchObject({income: 0, income_kinds: 0, lending_income_share: null});
    const never = await relationBy({relationship_income: [quarter("2020-09-30", 10)]});
    expect(never).toMatchObject({income: null, income_kinds: null, income_growth_rate: null});
  });

  it.each<[string, boolean]>([
    ["2020-04-30", true],
    ["2020-03-31", false]
  ])(
    "is known until the quarter after the source's last should have come: last %s, known %s",
    async (last, isKnown) => {
      const rows = [
        quarter("2018-06-30", 3),
        quarter("2019-06-30", 3),
        quarter("2019-12-31", 4),
        quarter(last, 5, "fees")
      ];
      expect(await relationBy({relationship_income: rows})).toMatchObject({
        income: isKnown ? 9 : null,
        income_growth_rate: isKnown ? 2 : null, // against the 3 of June 2019
        income_kinds: isKnown ? 2 : null,
        fee_income_share: isKnown ? 5 / 9 : null
      });
      const later = {...quarter("2020-09-30", 1), obligor_id: "B"};
      expect((await relationBy({relationship_income: [...rows, later]}))["income"]).toBe(isKnown ? 9 : null);
    }
  );

  /** Quarters of 1, 2, 3 ... in turn from March 2018, each known so many days after its last. */
  const reported = (days: number, quarters = 12): StagedRow[] =>
    Array.from({length: quarters}, (_, index) => {
      const period_end = monthEnd("2018-03-31", 3 * index);
      return {...quarter(period_end, index + 1), published_date: daysAfter(period_end, days)};
    });

  it.each<[number, number, number]>([
    [0, 34, 18], // June 2020 is the tenth: 7 to 10, and 3 to 6 the year before
    [1, 30, 14], // known in July: 6 to 9 still, and 2 to 5
    [31, 30, 14],
    [89, 30, 14] // March is known in June
  ])("is that of the four quarters that are known, reported after %i days", async (days, income, before) => {
    expect(await relationBy({relationship_income: reported(days)})).toMatchObject({
      income,
      income_growth_rate: income / before - 1
    });
  });

  it("leaves an old quarter that is told years later where it belongs", async () => {
    const late = {...quarter("2017-12-31", 999), published_date: "2020-06-01"};
    const row = await relationBy({relationship_income: [...reported(20), late]});
    expect(row).toMatchObject({income: 30, income_growth_rate: 30 / 14 - 1});
  });

  it("counts what is told years later as of the year before, not as of now", async () => {
    const late = {...quarter("2018-12-31", 6, "fees"), published_date: "2020-06-01"};
    const row = await relationBy({relationship_income: [...reported(20), late]});
    expect(row).toMatchObject({income: 30, income_growth_rate: 0.5}); // against 14 and the 6
  });

  it("counts four quarters where a report comes sooner than the year before", async () => {
    const hurried = reported(20).map((row) =>
      row["period_end"] === OBSERVED ? {...row, published_date: OBSERVED} : row
    );
    expect((await relationBy({relationship_income: hurried}))["income"]).toBe(34);
  });

  it("is not that of a quarter whose books close one day later", async () => {
    const told = (published_date: string) =>
      relationBy({relationship_income: [{...quarter("2020-03-31", 5), published_date}]});
    expect((await told(OBSERVED))["income"]).toBe(5);
    expect((await told("2020-07-01"))["income"]).toBeNull();
  });

  it("has no shares of a loss", async () => {
    const row = await relationBy({relationship_income: [quarter("2020-06-30", -5), quarter("2020-06-30", 2, "fees")]});
    expect(row).toMatchObject({income: -3, income_kinds: 1, lending_income_share: null, fee_income_share: null});
  });
});

describe("what an obligor tells and what is earned with it", () => {
  /** Every feature table of a bank in which obligor A gave this score and brought this income. */
  async function tablesWith(score: number, amount: number): Promise<Map<string, unknown>> {
    return await withEngine(async (engine) => {
      const day = {obligor_id: "A", interaction_date: "2020-03-31"};
      await stageBank(engine, {
        observationDates: [OBSERVED],
        dataEnd: "2021-06-30",
        rows: {
          obligors: [{obligor_id: "A", valid_from: "2015-01-01", published_date: "2015-01-01"}],
          facilities: [{facility_id: "F", obligor_id: "A", start_date: "2019-01-01", limit: 10}],
          exposures: [{facility_id: "F", month_end: OBSERVED, limit: 10, drawn: 5}],
          interactions: [{...day, interaction_id: "I", kind: "recommendation", score}],
          relationship_income: [{obligor_id: "A", period_end: OBSERVED, income_type: "fees", amount}]
        }
      });
      await buildAllFeatures(engine);
      const built = new Map<string, unknown>();
      for (const [name, table] of featureTables) built.set(name, await rowsIn(engine, table));
      return built;
    });
  }

  it("moves the tables of the relation and no other", async () => {
    const [friend, foe] = [await tablesWith(10, 7), await tablesWith(0, 9)];
    const moved = [...friend].filter(
      ([name, rows]) => JSON.stringify(rows, text) !== JSON.stringify(foe.get(name), text)
    );
    expect(moved.map(([name]) => name)).toEqual(["feat_feedback", "feat_relationship"]);
  });

  it("is read by these tables and no other", () => {
    const read = /\bstg_(?:interactions|relationship_income)\b/;
    const readers = [...featureTables].filter(([, {sql}]) => read.test(sql));
    expect(readers.map(([name]) => name)).toEqual(["feat_feedback", "feat_relationship"]);
    expect(EXTRACTS.map(({name}) => name)).toEqual(expect.arrayContaining(["interactions", "relationship_income"]));
  });
});

const text = (_: string, value: unknown): unknown => (typeof value === "bigint" ? String(value) : value);
