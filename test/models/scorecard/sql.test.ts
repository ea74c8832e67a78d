import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {masterScale} from "#models/rating/masterScale.js";
import {applyScorecard, pointsOf, type FeatureValues} from "#models/scorecard/applyScorecard.js";
import {fitScorecard} from "#models/scorecard/fitScorecard.js";
import {gradeCuts, gradeOfScore} from "#models/scorecard/gradeCuts.js";
import type {Scorecard} from "#models/scorecard/scorecard.js";
import {scorecardSql} from "#models/scorecard/scorecardSql.js";
import {columnsFrom, integers, numbersOf, textsOf, varchars, type DoubleColumn} from "#warehouse/engine/columns.js";
import {openDuckDB} from "#warehouse/engine/duckdb.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {engineSpecifics} from "../../support/portableSql.js";
import {cards, temptingValues, texts} from "./cards.js";
import {obligors, SAFER} from "./obligors.js";

const SCALE = masterScale(
  [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.3, 1].map((upperPd, at) => ({label: `G${at + 1}`, upperPd}))
);

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckDB(":memory:");
});
afterAll(() => engine.close());

/** A NaN of an even row goes in as NaN, of an odd one as null. */
function numbers(values: Float64Array): DoubleColumn {
  const missing = Uint8Array.from(values, (value, row) => (Number.isNaN(value) && row % 2 === 1 ? 1 : 0));
  return {type: "double", values: values.map((value, row) => (missing[row] === 1 ? 0 : value)), missing};
}

async function expectEqual(card: Scorecard, values: FeatureValues): Promise<void> {
  const rows = values.features.values().next().value!.length;
  await engine.write(
    "scored_rows",
    columnsFrom({
      id: integers(Array.from({length: rows}, (_, row) => row)),
      ...Object.fromEntries([...values.features].map(([name, column]) => [name, numbers(column)])),
      ...Object.fromEntries([...values.categories!].map(([name, column]) => [name, varchars([...column])]))
    })
  );
  const grades = gradeCuts(card, SCALE);
  const sql = scorecardSql(card, {table: "main.scored_rows", keys: ["id"], grades});
  const found = await engine.columns(sql);
  const {score, pd} = applyScorecard(card, values);
  expect([...numbersOf(found, "id")]).toEqual([...score.keys()]);
  expect(Int32Array.from(numbersOf(found, "score"))).toEqual(score);
  for (const [feature, points] of pointsOf(card, values)) {
    expect(Int32Array.from(numbersOf(found, `${feature}_points`)), feature).toEqual(points);
  }
  expect(textsOf(found, "grade")).toEqual(Array.from(score, (each) => gradeOfScore(grades, each)));
  numbersOf(found, "pd").forEach((each, row) => expect(Math.abs(each - pd[row]!)).toBeLessThanOrEqual(1e-12));
}

describe("a scorecard as SQL", () => {
  it("gives the points, scores and grades of TypeScript, and its PDs, on any card and any value", async () => {
    const cases = cards.chain((card) => {
      const drawn = card.characteristics.slice(0, 2).map((each) => fc.constantFrom(...temptingValues(each)));
      const row = fc.tuple(drawn[0]!, drawn[1]!, texts);
      return fc.tuple(fc.constant(card), fc.array(row, {minLength: 20, maxLength: 60}));
    });
    await fc.assert(
      fc.asyncProperty(cases, async ([card, rows]) => {
        await expectEqual(card, {
          features: new Map([
            ["x", Float64Array.from(rows, ([x]) => x)],
            ["order", Float64Array.from(rows, ([, y]) => y)]
          ]),
          categories: new Map([["text", rows.map(([, , text]) => text)]])
        });
      }),
      {numRuns: 60}
    );
  });

  it("does so for a fitted one, on rows that it never saw", async () => {
    const card = fitScorecard(obligors(3000, 5), {safer: SAFER, floor: 0.0005, binning: {specials: [-999]}});
    expect(card.characteristics.length).toBeGreaterThan(2);
    await expectEqual(card, obligors(5000, 6));
    const copied: unknown = JSON.parse(JSON.stringify(card));
    await expectEqual(copied as Scorecard, obligors(500, 7));
  });

  it("keeps to what engines share, and refuses two columns of one name", () => {
    const card = fitScorecard(obligors(2000, 5), {safer: SAFER, floor: 0.0005, binning: {specials: [-999]}});
    const sql = scorecardSql(card, {table: "book", keys: ["obligor_id"], grades: gradeCuts(card, SCALE)});
    expect(engineSpecifics("scorecard.sql", sql)).toEqual([]);
    expect(() => scorecardSql(card, {table: "book", keys: ["score"]})).toThrow(/two columns score/);
  });
});
