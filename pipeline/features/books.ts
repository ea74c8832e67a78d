import {columnsFrom, integers, numbersOf, rowsOf, varchars} from "#warehouse/engine/columns.js";
import {identifier, type Engine} from "#warehouse/engine/engine.js";
import {featBuilds} from "#warehouse/featureBuilds.js";

/** What the last build wrote down: the version of each table, and the last batch that it saw. */
export interface LastBuild {
  readonly versions: ReadonlyMap<string, string>;
  readonly lastBatch: number;
}

/** Reads what the last build wrote down. Where batches have gone since, nothing of it counts. */
export async function lastBuild(engine: Engine): Promise<LastBuild> {
  const columns = Object.entries(featBuilds.columns).map(([name, {type}]) => `${name} ${type}`);
  await engine.run(`create table if not exists ${featBuilds.name} (${columns.join(", ")})`);
  const rows = rowsOf<{table_name: string; version: string; last_batch: number}>(
    await engine.columns(`select * from ${featBuilds.name} order by table_name`)
  );
  const lastBatch = rows[0]?.last_batch ?? 0;
  const isBehind = (await latestBatch(engine)) < lastBatch;
  return {versions: new Map(isBehind ? [] : rows.map(({table_name: name, version}) => [name, version])), lastBatch};
}

export async function latestBatch(engine: Engine): Promise<number> {
  return numbersOf(await engine.columns("select coalesce(max(batch_id), 0) as n from load_batches"), "n")[0]!;
}

/** Writes down what was built, and drops tables that are no longer features. */
export async function keepBuild(
  engine: Engine,
  versions: ReadonlyMap<string, string>,
  lastBatch: number,
  before: LastBuild
): Promise<void> {
  for (const name of before.versions.keys()) {
    if (!versions.has(name)) await engine.run(`drop table if exists ${identifier(name)}`);
  }
  await engine.write(
    featBuilds.name,
    columnsFrom({
      table_name: varchars([...versions.keys()]),
      version: varchars([...versions.values()]),
      last_batch: integers([...versions].map(() => lastBatch))
    })
  );
}
