import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {compareExperiments, type Comparison} from "#pipeline/lab/compare.js";
import {exportSql} from "#pipeline/lab/exportSql.js";
import {promote} from "#pipeline/lab/promote.js";
import {modelOf, registryOf} from "#pipeline/lab/registry.js";
import {scoreObligor} from "#pipeline/lab/scoreObligor.js";
import {train, type Trained} from "#pipeline/lab/train.js";
import {validateExperiment} from "#pipeline/lab/validate.js";
import {modelIdOf} from "#pipeline/rating/modelId.js";
import {pointsOf} from "#models/scorecard/applyScorecard.js";
import type {Scorecard} from "#models/scorecard/scorecard.js";
import {numbersOf, rowsOf} from "#warehouse/engine/columns.js";
import {openDuckDB} from "#warehouse/engine/duckdb.js";
import {labBank, SPEC, type LabBank} from "../../support/labBank.js";
import {ratingsOf, type Rating} from "../../support/labRatings.js";
import {ownFolder} from "../../support/smallBank.js";

let bank: LabBank;
let [card, other]: Trained[] = [];
let ratings: readonly Rating[];

beforeAll(async () => {
  bank = await labBank();
  const {task} = bank;
  const method = {kind: "logistic", ridge: 1};
  card = await train({...task, file: bank.spec(), from: null});
  other = await train({...task, file: bank.spec({model: "other", method}), from: null});
  for (const {experiment} of [card, other]) await validateExperiment({...task, experiment: experiment.id, from: null});
  const {id} = card.experiment;
  promote({experiment: id, effectiveFrom: "2017-01-31", approver: "Me", reason: "Test", settings: bank.settings});
  ratings = await ratingsOf(bank);
});

describe("two experiments side by side", () => {
  const side = (first: string, second: string): Comparison =>
    compareExperiments({settings: bank.settings, first, second}, 1e6);

  it("stand on the rows of every sample that both predicted", () => {
    const {samples} = side("small", "other");
    expect(samples.map(({sample}) => sample)).toEqual(["cross_validation", "validation", "test"]);
    for (const {observations, safer, alike, riskier} of samples) expect(safer + alike + riskier).toBe(observations);
  });

  it("are the other way round when they change places", () => {
    const [ahead, back] = [side("small", "other"), side("other", "small")];
    expect([back.first.id, back.second.id]).toEqual([ahead.second.id, ahead.first.id]);
    ahead.samples.forEach((one, place) => {
      const two = back.samples[place]!;
      expect([two.observations, two.events, two.alike]).toEqual([one.observations, one.events, one.alike]);
      expect([two.safer, two.riskier]).toEqual([one.riskier, one.safer]);
      expect(two.meanShift).toBeCloseTo(-one.meanShift, 12);
      expect([two.auc!.first, two.auc!.second]).toEqual([one.auc!.second, one.auc!.first]);
      expect(two.auc!.difference).toBeCloseTo(-one.auc!.difference, 12);
      expect(two.auc!.pValue).toBeCloseTo(one.auc!.pValue, 12);
    });
    const key = ({name, date, sample}: Comparison["moves"][number]) => `${sample} ${name} ${date}`;
    const notches = (of: Comparison, sign: number) =>
      Object.fromEntries(of.moves.map((move) => [key(move), sign * move.notches]));
    expect(notches(back, -1)).toEqual(notches(ahead, 1));
  });

  it("name everyone who moved, the furthest first, as many as were counted", () => {
    const {samples, moves} = side("small", "other");
    for (const {sample, safer, riskier} of samples) {
      const own = moves.filter((move) => move.sample === sample);
      expect([own.filter(({notches}) => notches < 0).length, own.filter(({notches}) => notches > 0).length]).toEqual([
        safer,
        riskier
      ]);
    }
    const sizes = moves.map(({notches}) => Math.abs(notches));
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    expect(compareExperiments({settings: bank.settings, first: "small", second: "other"}, 3).moves).toEqual(
      moves.slice(0, 3)
    );
  });

  it("do not differ from themselves", () => {
    const {samples, moves} = side("small", "small");
    expect(moves).toEqual([]);
    for (const {meanShift, alike, observations, auc} of samples)
      expect([meanShift, alike, auc!.difference]).toEqual([0, observations, 0]);
  });

  it("are refused where they have no row in common", async () => {
    const split = {kind: "out_of_time", train_until: "2018-12-31", test_from: "2021-12-31"};
    const method = {kind: "logistic", ridge: 1};
    const [early, late] = ["C", "F"].map((section) =>
      bank.spec({
        model: `section-${section.toLowerCase()}`,
        split,
        method,
        population: {...SPEC.population, sections: [section]}
      })
    );
    for (const file of [early!, late!]) await train({...bank.task, file, from: null});
    expect(() => side("section-c", "section-f")).toThrow(
      /predicted no row in common; train both on the same population and split/
    );
  });
});

it("a spec whose rows do not allow its method says so in a sentence", async () => {
  const file = bank.spec({model: "poor", method: {kind: "scorecard", min_events: 4000}});
  await expect(train({...bank.task, file, from: null})).rejects.toThrow(
    `${file}: its rows do not allow its method: no feature enters the scorecard`
  );
});

describe("a scorecard as SQL on the feature tables", () => {
  it("gives the ratings of the run: points, score and grade exactly, the PD to 1e-12", async () => {
    const {sql} = exportSql(bank.settings, "small", {table: "features", keys: ["obligor_id", "observation_date"]});
    const model = card!.model as Scorecard;
    const engine = await openDuckDB(join(bank.settings.state, "demo", "warehouse.duckdb"), {threads: 2});
    try {
      await engine.run(`create temp view features as
        select * from feat_statements
        join feat_repayments using (obligor_id, observation_date)
        join feat_facilities using (obligor_id, observation_date)`);
      const found = await engine.columns(`select * from (${sql}) order by observation_date, obligor_id`);
      const rows = rowsOf<Record<string, unknown>>(found);
      const rated = ratings.filter(({grade}) => grade !== "D");
      const keyOf = ({obligor_id, observation_date}: Record<string, unknown>) => `${obligor_id} ${observation_date}`;
      const byKey = new Map(rows.map((row) => [keyOf(row), row]));
      expect(rows).toHaveLength(ratings.length);
      expect(rated.length).toBeGreaterThan(4000);
      expect(new Set(rated.map(({model_id}) => model_id))).toEqual(new Set([modelIdOf(model)]));
      let furthest = 0;
      for (const rating of rated) {
        const row = byKey.get(keyOf(rating))!;
        expect(row.grade).toBe(rating.grade);
        furthest = Math.max(furthest, Math.abs(Number(row.pd) - Number(rating.pd)));
      }
      expect(furthest).toBeLessThanOrEqual(1e-12);
      const values = await engine.columns("select * from features order by observation_date, obligor_id");
      const points = pointsOf(model, {
        features: new Map(model.characteristics.map(({feature}) => [feature, numbersOf(values, feature)]))
      });
      for (const [feature, own] of points)
        expect(Int32Array.from(numbersOf(found, `${feature}_points`)), feature).toEqual(own);
      const score = numbersOf(found, "score");
      score.forEach((total, row) =>
        expect(total).toBe([...points.values()].reduce((sum, own) => sum + own[row]!, model.basePoints))
      );
    } finally {
      engine.close();
    }
  });

  it("is written of scorecards alone", () => {
    expect(() => exportSql(bank.settings, "other", {table: "features", keys: []})).toThrow(
      `${other!.experiment.id}: is a model of the kind logistic; only a scorecard is written as SQL`
    );
  });
});

describe("one obligor scored", () => {
  const scored = (changes: object) =>
    scoreObligor({model: "small", obligor: null, date: null, values: null, settings: bank.settings, ...changes});
  const file = (content: unknown, name = "values.json") => {
    const path = join(ownFolder("values"), name);
    writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
    return path;
  };
  const known = {current_ratio: 1.2, days_past_due: 0, utilisation_share: 0.3};

  it("has the PD and the grade of the run, and points that add up to its score", async () => {
    for (const rating of ratings.filter(({grade}) => grade !== "D").filter((_, row) => row % 700 === 0)) {
      const {obligor_id: obligor, observation_date: date} = rating;
      const found = await scored({obligor, date});
      expect([found.pd, found.grade, found.date]).toEqual([rating.pd, rating.grade, date]);
      expect(found.reasons.reduce((sum, {points}) => sum + points, found.basePoints!)).toBe(found.score);
      for (const {best, points, lost} of found.reasons) expect([best - points, lost >= 0]).toEqual([lost, true]);
      const lost = found.reasons.map((reason) => reason.lost);
      expect(lost).toEqual(lost.toSorted((a, b) => b - a));
    }
  });

  it("is scored on the last date where none is named", async () => {
    const last = ratings.find(
      ({obligor_id, observation_date}) => obligor_id === "O0003" && observation_date === "2025-12-31"
    );
    expect((await scored({obligor: "O0003"})).pd).toBe(last!.pd ?? expect.any(Number));
  });

  it("may be one that is in no extract, known by a file alone", async () => {
    const found = await scored({values: file(known)});
    expect([found.obligor, found.date, found.reasons.length]).toEqual([null, null, 3]);
    const unknown = await scored({values: file({...known, current_ratio: null})});
    expect(unknown.reasons.find(({feature}) => feature === "current_ratio")).toMatchObject({
      value: null,
      bin: "missing"
    });
  });

  it("has no reasons and no score by a model that is no scorecard", async () => {
    const found = await scored({model: "other", obligor: "O0003"});
    expect([found.score, found.basePoints, found.reasons]).toEqual([null, null, []]);
  });

  it.each([
    [
      "an obligor that is not in the book",
      {obligor: "O9999"},
      /O9999 was not in the book on 2025-12-31; dates are month ends/
    ],
    ["an obligor with a quotation mark", {obligor: "O'; drop table x; --"}, /was not in the book/],
    ["a day between month ends", {obligor: "O0001", date: "2023-06-15"}, /was not in the book on 2023-06-15/],
    ["a date that is none", {obligor: "O0001", date: "yesterday"}, /--date yesterday: write a month end as 2016-12-31/],
    ["neither an obligor nor values", {}, /name either an obligor of the source or, with --values, a JSON file/],
    ["a model that is not there", {obligor: "O0001", model: "mars"}, /mars: no experiment is called so/]
  ])("is refused with %s", async (_, changes, sentence) => {
    await expect(scored(changes)).rejects.toThrow(sentence);
  });

  it.each([
    ["both an obligor and values", known, {obligor: "O0001"}, /name either an obligor/],
    ["text that is no JSON", "{", {}, /values\.json: is no JSON/],
    ["a list", [1], {}, /values\.json: must be an object of values by feature/],
    ["nothing", "null", {}, /values\.json: must be an object of values by feature/],
    ["a feature too many", {...known, mars: 1}, {}, /mars is no feature of the model; it needs /],
    ["a feature too few", {current_ratio: 1, days_past_due: 0}, {}, /lacks utilisation_share; give its value, or null/],
    ["a word for a number", {...known, current_ratio: "high"}, {}, /current_ratio must be a number or null; got "high"/]
  ])("is refused with a file of %s", async (_, content, changes, sentence) => {
    await expect(scored({values: file(content), ...changes})).rejects.toThrow(sentence);
  });
});

it("a registry of a model that was kept gives the model that trained", () => {
  expect(modelOf(registryOf(bank.settings), card!.experiment)).toEqual(JSON.parse(JSON.stringify(card!.model)));
});
