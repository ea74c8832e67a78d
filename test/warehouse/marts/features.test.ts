import {describe, expect, it} from "vitest";
import {catalogueFeatures} from "#pipeline/steps/catalogue.js";
import {subjects} from "#pipeline/catalogue/subjects.js";
import {silentProgress} from "#pipeline/progress.js";
import {stepRecord} from "#pipeline/runRecord.js";
import type {RunContext} from "#pipeline/context.js";
import {columnsFor, type TableContract} from "#warehouse/contract.js";
import {identifier, type Engine} from "#warehouse/engine/engine.js";
import {martFeatureBins} from "#warehouse/marts/mart_feature_bins.js";
import {martFeatureHistory} from "#warehouse/marts/mart_feature_history.js";
import {martFeatures} from "#warehouse/marts/mart_features.js";
import {buildTable, sqlTablesIn} from "#warehouse/sqlTable.js";
import {rows} from "../../loaders/support/warehouse.js";
import {targetTables} from "../../support/features.js";
import {withEngine} from "../../support/memoryEngine.js";

const MARTS = await sqlTablesIn(new URL("../../../warehouse/marts/", import.meta.url));
const all = await subjects();
const NAMES = ["mart_feature_tables", "mart_features", "mart_feature_history", "mart_feature_bins"];

/** Every feature table and the targets as their contracts promise them, without a row. */
async function layEmpty(engine: Engine): Promise<void> {
  const target = targetTables.get("target_default")!.contract;
  for (const contract of [...all.map(({table}) => table.contract), target] as TableContract[]) {
    const columns = Object.entries(contract.columns).map(([name, {type}]) => `${identifier(name)} ${type}`);
    await engine.run(`create or replace table ${contract.name} (${columns.join(", ")})`);
  }
}

async function catalogued(engine: Engine): Promise<void> {
  const calendar = {first: "2019-01-31", last: "2020-12-31"};
  const source = {calendar, evaluation: {kind: "out_of_time", trainUntil: "2019-12-31", testFrom: "2020-12-31"}};
  const context = {engine, source, progress: silentProgress, record: stepRecord()};
  await catalogueFeatures(context as unknown as RunContext);
  for (const name of NAMES) await buildTable(engine, MARTS.get(name)!);
}

describe("the marts of features", () => {
  it("list every feature of every contract once, with what it is, also where no row was ever built", async () => {
    await withEngine(async (engine) => {
      await layEmpty(engine);
      await catalogued(engine);
      const listed = await rows(
        engine,
        "select table_name || '.' || feature as name from mart_features order by table_name, feature_order"
      );
      const known = all.flatMap(({features}) => features.map(({table, name}) => `${table}.${name}`));
      expect(listed.map(({name}) => name)).toEqual(known);
      const [{unsaid}] = (await rows(
        engine,
        "select count(*) as unsaid from mart_features where '' in (definition_en, definition_zh, empty_en, empty_zh, sources, unit)"
      )) as [{unsaid: bigint}];
      expect(unsaid).toBe(0n);
      expect(await rows(engine, "select rows, missing_share, iv, psi from mart_features group by all")).toEqual([
        {rows: 0n, missing_share: null, iv: null, psi: null}
      ]);
      const tables = await rows(engine, "select table_name, features, sql from mart_feature_tables");
      expect(tables.map(({table_name: name}) => name)).toEqual(all.map(({table}) => table.contract.name));
      expect(tables.map(({sql}) => sql)).toEqual(all.map(({table}) => table.sql));
    });
  });

  it("hold spread, years and bins of a feature, outcomes of the training sample alone", async () => {
    await withEngine(async (engine) => {
      await layEmpty(engine);
      // A hundred obligors at two ends of year; the last thirty default, and a tenth have no statement.
      await engine.run(`
        insert into feat_statements by name
            select cast(id as varchar) as obligor_id, day as observation_date, case when id % 10 > 0 then id / 100 end as leverage_ratio
            from range(100) t(id), (values (date '2019-12-31'), (date '2020-12-31')) d(day);
        insert into target_default by name
            select obligor_id, observation_date, cast(obligor_id as integer) >= 70 as defaulted, false as is_in_default, false as is_undated
            from feat_statements`);
      await catalogued(engine);
      const of = async (mart: string) =>
        await rows(
          engine,
          `select * exclude (table_name, feature) from ${mart} where table_name = 'feat_statements' and feature = 'leverage_ratio'`
        );
      // Nine of every ten numbers have a value: the forty-fifth of ninety is 49.
      expect(await of("mart_features")).toMatchObject([
        {rows: 100n, zero_share: 0, p50: 0.49, psi: 0, observations: 100n, defaults: 30n}
      ]);
      expect(await of("mart_feature_history")).toMatchObject([
        {observation_date: "2019-12-31", rows: 100n, psi: null},
        {observation_date: "2020-12-31", rows: 100n, psi: 0}
      ]);
      const bins = await of("mart_feature_bins");
      // Ninety values in deciles of nine, joined to 27 each and the rest; of the missing ten, 70, 80 and 90 defaulted.
      expect(bins.map(({observations, defaults}) => [observations, defaults])).toEqual([
        [27n, 0n],
        [27n, 0n],
        [36n, 27n],
        [10n, 3n]
      ]);
      expect(bins.at(-1)).toMatchObject({is_missing: true, lower: null, upper: null, odr: 0.3});
    });
  });

  it("tell management what a feature is, and nothing that was measured", () => {
    const measured = /share|^p\d|psi|iv|gini|observations|defaults|rows|odr|woe|lower|upper|date|bin_order|is_missing/;
    for (const mart of [martFeatures, martFeatureHistory, martFeatureBins]) {
      expect(columnsFor(mart, "management").filter((name) => measured.test(name))).toEqual([]);
    }
  });
});
