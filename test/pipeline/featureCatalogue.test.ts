import {mkdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {subjects} from "#pipeline/catalogue/subjects.js";
import {describeFeatures, driftFeatures, profileFeatures} from "#pipeline/featureCatalogue.js";
import {silentProgress} from "#pipeline/progress.js";
import {readSettings} from "#pipeline/settings/settings.js";
import {openDuckDB} from "#warehouse/engine/duckdb.js";
import {identifier} from "#warehouse/engine/engine.js";
import {ownFolder} from "../support/smallBank.js";

const all = await subjects();
const table = all.find(({table: {contract}}) => contract.name === "feat_statements")!.table.contract;

interface Warehouse {
  readonly isRun?: boolean;
  readonly without?: string;
}

/** A warehouse as the last run left it, with one table of 120 obligors at two ends of year; leverage is the obligor's number over 100. */
async function warehouse({isRun = true, without}: Warehouse = {}) {
  const state = ownFolder("features");
  mkdirSync(join(state, "demo"));
  const file = join(state, "demo", "warehouse.duckdb");
  const engine = await openDuckDB(file, {threads: 1});
  const columns = Object.entries(table.columns).filter(([name]) => name !== without);
  const values = columns.map(([name, {type}]) => {
    if (name === "obligor_id") return "cast(id as varchar) as obligor_id";
    if (name === "observation_date") return "observation_date";
    return `cast(${name === "leverage_ratio" ? "id / 100" : "null"} as ${type}) as ${identifier(name)}`;
  });
  await engine.run(`
    create table quarantine as select 1 as batch_id, null as replayed_in;
    create table load_batches as select 1 as batch_id`);
  if (isRun) {
    await engine.run(`
      create table book as select id, observation_date from range(120) t(id), (values (date '2019-12-31'), (date '2020-12-31')) d(observation_date);
      create table feat_statements as select ${values.join(", ")} from book;
      create table target_default as select cast(id as varchar) as obligor_id, observation_date, id >= 100 as defaulted, false as is_in_default from book`);
  }
  engine.close();
  return {file, request: {sourceId: "demo", settings: readSettings({state}, {}, undefined), progress: silentProgress}};
}

describe("features, as the contracts describe them", () => {
  it("are all there, each once", async () => {
    const {features} = await describeFeatures();
    const names = features.map(({table_name, feature}) => `${table_name}.${feature}`);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(
      all.flatMap((subject) => subject.features.map((feature) => `${feature.table}.${feature.name}`))
    );
    for (const feature of features) {
      expect([feature.feature, feature.definition_en !== "" && feature.definition_zh !== ""]).toEqual([
        feature.feature,
        true
      ]);
    }
  });

  it.each(["feat_statements.leverage_ratio", "statements.leverage_ratio", "leverage_ratio"])(
    "are found by %s",
    async (name) => {
      const {features} = await describeFeatures(name);
      expect(features.map((row) => `${row.table_name}.${row.feature}`)).toEqual(["feat_statements.leverage_ratio"]);
    }
  );

  it("are found by their table, and refused with a list of what there is", async () => {
    expect((await describeFeatures("statements")).features.length).toBeGreaterThan(10);
    await expect(describeFeatures("nonsense")).rejects.toThrow(
      /there is no feature "nonsense"; there are the tables .*feat_statements/
    );
    await expect(describeFeatures("statements.nonsense")).rejects.toThrow(/feat_statements has .*leverage_ratio/);
    await expect(describeFeatures("statments")).rejects.toThrow(/was statements meant/);
  });
});

describe("features in the warehouse of the last run", () => {
  it("are profiled, and the warehouse is left as it was", async () => {
    const {file, request} = await warehouse();
    const before = readFileSync(file);
    const {source, features} = await profileFeatures({...request, name: "leverage_ratio"});
    expect(source).toBe("demo");
    expect(features).toHaveLength(1);
    // 0 to 119 hundredths on the latest date; the twenty riskiest of each date defaulted.
    expect(features[0]).toMatchObject({
      observation_date: "2020-12-31",
      rows: 120,
      missing_share: 0,
      p50: 0.59,
      defaults: 40
    });
    expect(features[0]!.bins.map(({defaults}) => defaults).reduce((a, b) => a + b)).toBe(40);
    // 240 outcomes make five bins of 48; eight of 200 goods share the last with all defaults.
    expect(features[0]!.gini).toBeCloseTo(-192 / 200, 12);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it("are compared from date to date", async () => {
    const {request} = await warehouse();
    const {features} = await driftFeatures({...request, name: "leverage_ratio", by: "year"});
    expect(features[0]!.dates).toMatchObject([
      {observation_date: "2019-12-31", psi: null},
      {observation_date: "2020-12-31", psi: 0, rows: 120}
    ]);
  });

  it("are refused in a sentence where there is no run, or not yet one with the feature", async () => {
    const nothing = {
      sourceId: "demo",
      settings: readSettings({state: ownFolder("none")}, {}, undefined),
      progress: silentProgress
    };
    await expect(profileFeatures(nothing)).rejects.toThrow(/nothing of demo has been loaded yet/);
    await expect(profileFeatures((await warehouse({isRun: false})).request)).rejects.toThrow(
      /has been loaded and not been run; run "loanscape run --source demo" first/
    );
    const {request} = await warehouse({without: "leverage_ratio"});
    await expect(profileFeatures({...request, name: "leverage_ratio"})).rejects.toThrow(
      /the last run of demo did not build feat_statements.leverage_ratio/
    );
  });
});
