import {rmSync} from "node:fs";
import {join} from "node:path";
import {bringUpToDate} from "#pipeline/features/build.js";
import {rowsOf, type Scalar} from "#warehouse/engine/columns.js";
import {openDuckDB} from "#warehouse/engine/duckdb.js";
import {literal} from "#warehouse/engine/engine.js";
import {writeFeatureFiles} from "./featureFiles.js";
import {addMonth, FILES, makeWarehouse, measuredTables} from "./featureTables.js";
import {stopwatch, type Took} from "./stopwatch.js";

// One piece of work on a folder of files, in a process of its own: its name, the folder, and how many obligors the files are of.
const [work, folder, obligors] = process.argv.slice(2) as [string, string, string];
const tables = await measuredTables();
const database = join(folder, work === "ingest" ? "bare.duckdb" : "warehouse.duckdb");
const engine = await openDuckDB(database, {
  threads: 2,
  memoryLimit: process.env["BENCH_MEMORY"] ?? "2GB",
  temporaryDirectory: join(folder, "spill")
});

const matrix = () => {
  const own = [...tables.keys()].filter((name) => name !== "feat_observations");
  const joins = own.slice(1).map((name) => `inner join ${name} using (obligor_id, observation_date)`);
  return `select * from ${own[0]!} ${joins.join(" ")}`;
};

const WORKS: Readonly<Record<string, () => Promise<unknown>>> = {
  files: async () => await writeFeatureFiles(folder, Number(obligors)),
  ingest: async () => {
    for (const name of FILES) {
      await engine.run(
        `create table ${name} as select * from read_parquet(${literal(join(folder, `${name}.parquet`))})`
      );
    }
  },
  prepare: async () => await makeWarehouse(engine, folder, Number(obligors)),
  "add month": async () => await addMonth(engine, folder),
  full: async () => {
    await engine.run("drop table if exists feat_builds");
    return await timedBuild();
  },
  month: async () => await timedBuild(),
  matrix: async () => await engine.run(`create or replace table feature_matrix as ${matrix()}`),
  "create table as": async () => await engine.run("create or replace table matrix_copy as from feature_matrix"),
  "typed arrays": async () => (await engine.columns("from feature_matrix")).rowCount,
  checksums: async () => await checksums()
};

/** Seconds of the clock and of the processor by table. */
async function timedBuild(): Promise<Readonly<Record<string, Took>>> {
  const took: Record<string, Took> = {};
  let current = "";
  let since = stopwatch();
  const turn = (name: string) => {
    const {seconds, cpuSeconds} = since();
    const earlier = took[current] ?? {seconds: 0, cpuSeconds: 0};
    took[current] = {seconds: earlier.seconds + seconds, cpuSeconds: earlier.cpuSeconds + cpuSeconds};
    [current, since] = [name, stopwatch()];
  };
  await bringUpToDate(engine, tables, turn);
  turn("");
  return took;
}

/** Of every feature how many rows have a value, and what these add up to at twelve decimals. */
async function checksums(): Promise<readonly (readonly Scalar[])[]> {
  const sums: (readonly Scalar[])[] = [];
  for (const [name, {contract}] of tables) {
    for (const [column, {type}] of Object.entries(contract.columns)) {
      if (type === "varchar" || type === "date") continue;
      const value = type === "boolean" ? `cast("${column}" as integer)` : `"${column}"`;
      const summed = await engine.columns(`select ${literal(`${name}.${column}`)} as name, count("${column}") as n,
        cast(sum(cast(${value} as decimal(38, 12))) as double) as total from ${name}`);
      const {n, total} = rowsOf(summed)[0]!;
      sums.push([`${name}.${column}`, Number(n), total!]);
    }
  }
  return sums;
}

const lap = stopwatch();
const detail = await WORKS[work]!();
const took = lap();
engine.close();
if (work === "ingest") rmSync(database);
process.stdout.write(JSON.stringify({...took, detail}));
