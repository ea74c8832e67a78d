import {copyFileSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {parse} from "yaml";
import {beforeAll, describe, expect, it} from "vitest";
import {sourceOf} from "#loaders/source.js";
import {promote} from "#pipeline/lab/promote.js";
import {readingsIn} from "#pipeline/lab/readings.js";
import {recordFile, registryOf} from "#pipeline/lab/registry.js";
import {train, type Trained} from "#pipeline/lab/train.js";
import {validateExperiment} from "#pipeline/lab/validate.js";
import {championsOf} from "#pipeline/policy/champions.js";
import {championModels} from "#pipeline/rating/champion.js";
import {run} from "#pipeline/run.js";
import {labBank, type LabBank} from "../../support/labBank.js";
import {ratingsOf} from "../../support/labRatings.js";

let bank: LabBank;
let first: Trained;

const approval = {approver: "Committee", reason: "It orders better"};
const promoted = (experiment: string, effectiveFrom: string, of = bank) =>
  promote({experiment, effectiveFrom, ...approval, settings: of.settings});
const trained = (file: string, of = bank) => train({...of.task, file, from: null});
const validated = (experiment: string, of = bank) => validateExperiment({...of.task, experiment, from: null});

beforeAll(async () => {
  bank = await labBank();
  first = await trained(bank.spec());
});

describe("training", () => {
  it("finds the planted features, with figures of every sample but the test", () => {
    const {experiment, model, outcome} = first;
    expect(outcome).toBe("kept");
    expect(model.kind === "scorecard" && model.characteristics.map(({feature}) => feature).sort()).toEqual([
      "current_ratio",
      "days_past_due",
      "utilisation_share"
    ]);
    expect(experiment.figures.map(({sample}) => sample)).toEqual(["train", "cross_validation", "validation"]);
    for (const {sample, figures} of experiment.figures)
      expect(figures.find(({metric}) => metric === "auc")!.value, sample).toBeGreaterThan(0.7);
    expect(experiment.trainedOn).toEqual({first: "2017-12-31", last: "2019-12-31"});
    expect(experiment.trainedAt).toBe("2026-01-31T12:00:00.000Z");
    expect(readingsIn(registryOf(bank.settings))).toEqual([]);
  });

  it("gives the same experiment again from the same spec, rows and seed, whatever the layout and the threads", async () => {
    const {experiment, outcome} = await train({
      ...bank.task,
      settings: {...bank.settings, threads: 2},
      file: bank.spec({seed: 1}),
      from: null
    });
    expect([experiment.id, outcome]).toEqual([first.experiment.id, "there already"]);
  });

  it("needs both classes", async () => {
    const few = await labBank({obligors: 1});
    await expect(trained(few.spec(), few)).rejects.toThrow(/0 defaults among \d: *|a model of default needs both/);
  });
});

describe("from a spec to ratings", () => {
  it("refuses to promote what was not validated, and what failed", async () => {
    const strict = await labBank();
    const {experiment} = await trained(strict.spec(), strict);
    expect(() => promoted(experiment.id, "2022-12-31", strict)).toThrow(
      `${experiment.id}: has not been validated; run "loanscape validate ${experiment.id}" first: no model rates without it`
    );
    strict.judgeBy([{test: "auc_pd", bound: "at_least", watch: 0.9999, fail: 0.999, minimum_events: 5}]);
    await validated(experiment.id, strict);
    expect(() => promoted(experiment.id, "2022-12-31", strict)).toThrow(/failed its validation/);
    expect(championsOf(strict.policies, "demo")).toEqual([]);
  });

  it("refuses to promote what was judged on too little, even where nothing failed", async () => {
    const small = await labBank();
    const {experiment} = await trained(small.spec(), small);
    small.judgeBy([{test: "auc_pd", bound: "at_least", watch: 0.55, fail: 0.5, minimum_events: 5000}]);
    await validated(experiment.id, small);
    expect(() => promoted(experiment.id, "2022-12-31", small)).toThrow(/too little data/);
  });

  it("reads the test rows once: a second validation gives the record of the first, and logs nothing", async () => {
    const {experiment} = first;
    const one = await validated(experiment.id);
    const again = await validated("small");
    expect([one.isEarlier, again.isEarlier]).toEqual([false, true]);
    expect(again.record).toEqual(JSON.parse(JSON.stringify(one.record)));
    const [reading, ...others] = readingsIn(registryOf(bank.settings));
    expect(others).toEqual([]);
    expect(reading).toMatchObject({number: 1, experiment: experiment.id, before: 0});
    expect(reading!.auc).toBe(one.record.figures[0]!.figures.find(({metric}) => metric === "auc")!.value);
  });

  it("counts that another model read the same test rows before", async () => {
    const {experiment} = await trained(bank.spec({seed: 2, model: "other", method: {kind: "logistic", ridge: 1}}));
    const {record} = await validated(experiment.id);
    expect(record.reading!.before).toBe(1);
    // Another model has other features, but the spec's features are the same, so that the rows are.
    expect(record.reading!.testHash).toBe(readingsIn(registryOf(bank.settings))[0]!.testHash);
  });

  it("changes exactly the ratings from the day on which the champion takes effect", async () => {
    const before = await ratingsOf(bank);
    const {file, before: former} = promoted(first.experiment.id, "2022-12-31");
    expect(former).toBeNull();
    expect(parse(readFileSync(file, "utf8"))).toMatchObject({
      experiment: first.experiment.id,
      source: "demo",
      ...approval
    });
    const after = await ratingsOf(bank);
    const part = (rows: typeof before, isIn: (day: string) => boolean) =>
      rows.filter((row) => isIn(String(row.observation_date)));
    const isOld = (day: string) => day < "2022-12-31";
    expect(part(before, isOld).length).toBeGreaterThan(2000);
    expect(part(after, isOld)).toEqual(part(before, isOld));
    const [old, now] = [before, after].map((rows) => part(rows, (day) => !isOld(day)));
    expect(now!.map(({obligor_id, observation_date}) => [obligor_id, observation_date])).toEqual(
      old!.map(({obligor_id, observation_date}) => [obligor_id, observation_date])
    );
    expect(new Set(now!.map(({model_id}) => String(model_id).split("-")[0]))).toEqual(new Set(["scorecard"]));
    expect(new Set(old!.map(({model_id}) => String(model_id).split("-")[0]))).toEqual(new Set(["logistic"]));
  });

  it("names the champion before when another takes over, later dates alone being moved", async () => {
    const before = await ratingsOf(bank);
    const {before: former} = promoted("other", "2024-12-31");
    expect(former).toBe(first.experiment.id);
    const after = await ratingsOf(bank);
    const changed = after.filter((row, index) => JSON.stringify(row) !== JSON.stringify(before[index]));
    expect(new Set(changed.map(({observation_date}) => observation_date))).toEqual(
      new Set(["2024-12-31", "2025-12-31"])
    );
    expect(() => promoted("other", "2024-12-31")).toThrow(/takes effect on 2024-12-31 already; choose another day/);
  });

  it("refuses a day that is none", () => {
    expect(() => promoted("other", "2023-02-30")).toThrow("--effective-from 2023-02-30: write a day as 2016-12-31");
  });
});

describe("a run under a champion", () => {
  const files = ["validation.json", "model.json"] as const;

  it.each(files)("is refused before it touches anything, where %s was changed since", async (name) => {
    const own = await labBank();
    const {experiment} = await trained(own.spec(), own);
    await validated(experiment.id, own);
    promoted(experiment.id, "2022-12-31", own);
    const demo = sourceOf("demo");
    expect(await championModels(own.settings, demo)).toHaveLength(1);
    const file = recordFile(registryOf(own.settings), experiment.id, name);
    copyFileSync(file, `${file}.kept`);
    writeFileSync(
      file,
      readFileSync(file, "utf8").replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10))
    );
    const running = run({...own.task, sourceId: "demo", from: join(own.policies, "nowhere"), truthFile: null});
    const sentence =
      name === "model.json"
        ? /model\.json: is not the model that was trained/
        : /the validation of small-[0-9a-f]{12} is not the one on which it was approved/;
    await expect(running).rejects.toThrow(sentence);
    copyFileSync(`${file}.kept`, file);
    expect(await championModels(own.settings, demo)).toHaveLength(1);
  });

  it("is refused where the registry lacks the champion", async () => {
    const bare = {...bank.settings, state: join(bank.settings.state, "elsewhere")};
    await expect(championModels(bare, sourceOf("demo"))).rejects.toThrow(/is not in .*; train it again/);
  });
});
