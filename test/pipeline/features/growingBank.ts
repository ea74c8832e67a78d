import {mkdirSync, readdirSync} from "node:fs";
import {basename, extname, join} from "node:path";
import {replayQuarantine} from "#loaders/batches/replay.js";
import {EXTRACTS} from "#loaders/contracts/index.js";
import {writeDemoBank} from "#loaders/demo/demoBank.js";
import {stageEntities} from "#loaders/entities/stageEntities.js";
import {loadSource} from "#loaders/load.js";
import type {Source} from "#loaders/sources/contract.js";
import {sourceOf} from "#loaders/source.js";
import {bringUpToDate, type BuiltTable} from "#pipeline/features/build.js";
import {policiesInForce} from "#pipeline/policy/policy.js";
import {writeDefaultPolicy} from "#pipeline/steps/policies.js";
import {numbersOf, rowsOf} from "#warehouse/engine/columns.js";
import {openDuckDB} from "#warehouse/engine/duckdb.js";
import {identifier, literal, type Engine} from "#warehouse/engine/engine.js";
import {defineMacros} from "#warehouse/macros/macros.js";
import {featureTables} from "../../support/features.js";
import {ownFolder} from "../../support/smallBank.js";

const FIRST = "2022-01-31";

/** A bank whose systems' tables can be changed by SQL, and handed over to a warehouse that brings its features up to date. */
export interface GrowingBank {
  /** The tables of the bank's systems, by the names of the extracts, all text. */
  readonly systems: Engine;
  readonly warehouse: Engine;
  /** Hands over whole extracts, and builds what that moves; `last` is the last observation date and the last day of the data. */
  deliver(extracts: readonly string[], last: string): Promise<readonly BuiltTable[]>;
  /** Gives what lies in quarantine to the mapping again, and builds what that moves. */
  replay(last: string): Promise<readonly BuiltTable[]>;
  /** Hands over whole extracts, and builds nothing. */
  stage(extracts: readonly string[], last: string): Promise<void>;
  close(): void;
}

/** A demo bank in two databases; the warehouse in memory unless it has a path. */
export async function growingBank(obligors: number, path = ":memory:"): Promise<GrowingBank> {
  const folder = ownFolder("growing-bank");
  await writeDemoBank({
    folder: join(folder, "extracts"),
    truthFolder: join(folder, "truth"),
    size: "small",
    obligors,
    seed: 7
  });
  const systems = await openDuckDB(":memory:");
  for (const file of readdirSync(join(folder, "extracts"))) {
    const from = literal(join(folder, "extracts", file));
    const name = basename(file, extname(file));
    if (!EXTRACTS.some((contract) => contract.name === name)) continue;
    const reader = file.endsWith(".csv") ? `read_csv(${from}, all_varchar = true)` : `read_parquet(${from})`;
    await systems.run(`create table ${identifier(name)} as select cast(columns(*) as varchar) from ${reader}`);
  }
  const warehouse = await openDuckDB(path);
  await defineMacros(warehouse);
  let deliveries = 0;
  const bank: GrowingBank = {
    systems,
    warehouse,
    async deliver(extracts, last) {
      await bank.stage(extracts, last);
      return await bringUpToDate(warehouse, featureTables);
    },
    async replay(last) {
      await replayQuarantine(warehouse, sourceUntil(last), {beforeCommit: () => stageEntities(warehouse)});
      return await bringUpToDate(warehouse, featureTables);
    },
    async stage(extracts, last) {
      const delivery = join(folder, `delivery-${++deliveries}`);
      mkdirSync(delivery);
      for (const name of new Set(["obligors", ...extracts])) {
        await systems.run(`copy ${identifier(name)} to ${literal(join(delivery, `${name}.csv`))} (format csv, header)`);
      }
      const source = sourceUntil(last);
      await loadSource(warehouse, source, delivery, {quarantineLimit: 1, beforeCommit: () => stageEntities(warehouse)});
      await writeDefaultPolicy(warehouse, policiesInForce("data/policy", "default", source.calendar));
    },
    close() {
      systems.close();
      warehouse.close();
    }
  };
  return bank;
}

export const everyExtract = EXTRACTS.map(({name}) => name).filter((name) => name !== "outcome_coverage");

function sourceUntil(last: string): Source {
  const demo = sourceOf("demo");
  return {...demo, calendar: {...demo.calendar, first: FIRST, last, dataEnd: last}};
}

/** The feature tables that differ from those that a build of everything gives, with how many rows do; first brought up to date, if so said. */
export async function unlikeFullBuild(
  warehouse: Engine,
  first: "build" | "built" = "built"
): Promise<readonly string[]> {
  if (first === "build") await bringUpToDate(warehouse, featureTables);
  const names = [...featureTables.keys()];
  for (const name of names) {
    await warehouse.run(
      `create or replace temp table ${identifier(`grown_${name}`)} as select * from ${identifier(name)}`
    );
  }
  await warehouse.run("delete from feat_builds");
  await bringUpToDate(warehouse, featureTables);
  const counts = names.map(
    (name) => `select ${literal(name)} as name,
      (select count(*) from (select * from ${identifier(name)} except all select * from ${identifier(`grown_${name}`)})) as lacks,
      (select count(*) from (select * from ${identifier(`grown_${name}`)} except all select * from ${identifier(name)})) as more`
  );
  const counted = await warehouse.columns(
    `select * from (${counts.join(" union all ")}) where lacks + more > 0 order by name`
  );
  return rowsOf<{name: string; lacks: bigint; more: bigint}>(counted).map(
    ({name, lacks, more}) => `${name}: ${lacks} rows not there, ${more} that should not be`
  );
}

export async function countOf(engine: Engine, sql: string): Promise<number> {
  return numbersOf(await engine.columns(`select count(*) as n from (${sql})`), "n")[0]!;
}
