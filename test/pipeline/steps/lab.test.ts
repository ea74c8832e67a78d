import {mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {fitPdModel} from "#models/rating/pdModel.js";
import type {RunContext} from "#pipeline/context.js";
import type {Experiment} from "#pipeline/lab/experiment.js";
import {sampleFigures} from "#pipeline/lab/figures.js";
import {sha256} from "#pipeline/lab/jsonFiles.js";
import {predictionColumns} from "#pipeline/lab/predictions.js";
import {keepExperiment, recordFile, registryOf} from "#pipeline/lab/registry.js";
import type {LabRows} from "#pipeline/lab/rows.js";
import {policiesInForce} from "#pipeline/policy/policy.js";
import {silentProgress} from "#pipeline/progress.js";
import {stepRecord} from "#pipeline/runRecord.js";
import {readSettings} from "#pipeline/settings/settings.js";
import {describeExperiments} from "#pipeline/steps/lab.js";
import {epochDays, rowsOf} from "#warehouse/engine/columns.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {sqlTablesIn, buildTable} from "#warehouse/sqlTable.js";
import {uniform} from "../../support/fixtureBook.js";
import {withEngine} from "../../support/memoryEngine.js";

const MARTS = await sqlTablesIn(new URL("../../../warehouse/marts/", import.meta.url));
const OF_LAB = /^mart_(experiment|characteristic|bin_stability|model_(pairs|moves)|validation)/;
const calendar = {first: "2018-12-31", last: "2020-12-31", everyMonths: 12, dataEnd: "2021-12-31"};

const ownSettings = () => readSettings({state: mkdtempSync(join(tmpdir(), "loanscape-lab-"))}, {}, undefined);

const rows: LabRows = (() => {
  const count = 120;
  const values = Float64Array.from({length: count}, (_, row) => uniform(row, 1));
  return {
    features: new Map([["leverage_ratio", values]]),
    defaulted: Uint8Array.from(values, (value, row) => (uniform(row, 2) < 0.1 + value / 2 ? 1 : 0)),
    groups: Uint32Array.from(values.keys()),
    names: Array.from(values, (_, row) => `O${row}`),
    days: new Int32Array(count).fill(epochDays("2018-12-31")),
    isMeasured: new Uint8Array(count).fill(1),
    segments: Array.from(values, () => null)
  };
})();

/** Keeps an experiment whose PDs are those of a logistic model with an error of its own. */
function keep(registry: string, name: string, {source = "demo", day = 1, noise = 0} = {}): Experiment {
  const model = fitPdModel(rows.features, rows.defaulted, {ridge: 1, floor: 0.0005});
  const pds = Float64Array.from(
    rows.names,
    (_, row) => 0.05 + rows.features.get("leverage_ratio")![row]! / 2 + noise * uniform(row, 3)
  );
  const experiment = {
    id: name,
    spec: {
      model: "m",
      title: {en: "Model", zh: "模型"},
      purpose: {en: "To see", zh: "查看"},
      population: {from: "warehouse", source}
    },
    specHash: "a",
    dataHash: "b",
    modelHash: sha256(JSON.stringify(model)),
    codeVersion: "c",
    seed: 1,
    trainedAt: `2026-01-0${day}T10:00:00.000Z`,
    excluded: [{reason: "in default already", rows: 3}],
    trainedOn: {first: "2018-12-31", last: "2018-12-31"},
    tuning: {candidates: [{kind: "logistic", ridge: 1}], rungs: [], winner: 0},
    chosen: {kind: "logistic", ridge: 1},
    figures: [sampleFigures("cross_validation", pds, rows.defaulted)],
    foldDeviation: null
  } as unknown as Experiment;
  keepExperiment(registry, {
    experiment,
    model,
    predictions: predictionColumns([{sample: "cross_validation", rows, pds}])
  });
  return experiment;
}

async function described(engine: Engine, settings = ownSettings()) {
  const policies = {rating: policiesInForce(settings.policies, "rating", calendar)};
  const source = {id: "demo", calendar};
  const context = {engine, source, policies, progress: silentProgress, record: stepRecord()} as unknown as RunContext;
  const inputs = await describeExperiments(context, settings);
  await engine.run(
    "create or replace table score_pseudonyms as select 'O' || cast(i as varchar) as obligor_id, 'P' || cast(i as varchar) as pseudonym from range(120) as t(i)"
  );
  for (const [name, table] of MARTS) if (OF_LAB.test(name)) await buildTable(engine, table);
  const read = async (sql: string) => rowsOf<Record<string, unknown>>(await engine.columns(sql));
  return {inputs, read, record: context.record};
}

describe("the tables of the lab", () => {
  it("are all there, and empty, where nothing was trained", async () => {
    await withEngine(async (engine) => {
      const {inputs, read, record} = await described(engine);
      expect(inputs).toEqual([]);
      expect(record.entries.length).toBe([...MARTS.keys()].filter((name) => OF_LAB.test(name)).length);
      for (const {table, rows: count} of record.entries) expect([table, count]).toEqual([table, 0]);
      expect(await read("select * from mart_experiments")).toEqual([]);
    });
  });

  it("hold the experiments of the run's source alone, by the time of their training", async () => {
    const settings = ownSettings();
    const registry = registryOf(settings);
    keep(registry, "late", {day: 3, noise: 0.2});
    keep(registry, "early", {day: 1});
    keep(registry, "elsewhere", {day: 2, source: "other"});
    await withEngine(async (engine) => {
      const {inputs, read} = await described(engine, settings);
      expect(inputs.map(({name}) => name)).toEqual(["early", "late"]);
      const listed = await read(
        "select experiment_id, experiment_order, method, options, is_champion, verdict from mart_experiments"
      );
      expect(listed).toEqual([
        {
          experiment_id: "early",
          experiment_order: 0,
          method: "logistic",
          options: "ridge 1",
          is_champion: false,
          verdict: null
        },
        {
          experiment_id: "late",
          experiment_order: 1,
          method: "logistic",
          options: "ridge 1",
          is_champion: false,
          verdict: null
        }
      ]);
      const [pair] = await read(
        "select first_id, second_id, observations, difference, first_auc, second_auc from mart_model_pairs"
      );
      expect(pair).toMatchObject({first_id: "early", second_id: "late", observations: 120n});
      expect(Number(pair!.difference)).toBeCloseTo(Number(pair!.second_auc) - Number(pair!.first_auc), 12);
      const moves = await read("select pseudonym from mart_model_moves");
      expect(moves).toHaveLength(10);
      for (const {pseudonym} of moves) expect(pseudonym).toMatch(/^P\d+$/);
    });
  });

  it("name no obligor in a mart: pseudonyms alone", () => {
    for (const [name, {contract}] of MARTS)
      if (OF_LAB.test(name)) expect(Object.keys(contract.columns)).not.toContain("obligor_id");
  });

  it("make another run of it when an experiment is validated, or another is trained", async () => {
    const settings = ownSettings();
    const registry = registryOf(settings);
    const experiment = keep(registry, "one");
    const versions = async () =>
      await withEngine(async (engine) => (await described(engine, settings)).inputs.map(({version}) => version));
    const before = await versions();
    expect(await versions()).toEqual(before);
    const cell = {
      name: null,
      observations: 1,
      events: 0,
      pd: 0.1,
      odr: 0,
      discrimination: [],
      verdict: {outcome: "watch", findings: []}
    };
    const record = {experiment: "one", figures: [], report: {overall: cell, segments: [], years: []}};
    writeFileSync(recordFile(registry, experiment.id, "validation.json"), JSON.stringify(record));
    expect(await versions()).not.toEqual(before);
    await withEngine(async (engine) => {
      const {read} = await described(engine, settings);
      expect(await read("select verdict from mart_experiments")).toEqual([{verdict: "watch"}]);
      expect(await read("select scope_kind, scope, verdict from mart_validation_cells")).toEqual([
        {scope_kind: "overall", scope: "all", verdict: "watch"}
      ]);
    });
  });
});
