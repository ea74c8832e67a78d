import type {TableContract} from "#warehouse/contract.js";
import {rowsOf} from "#warehouse/engine/columns.js";
import {identifier, type Engine} from "#warehouse/engine/engine.js";
import {checksOf, saidColumn} from "./checks.js";
import {fieldsOf, type Field} from "./field.js";
import {findRepeats} from "./keys.js";
import {findFailures, foundCounts, notFound} from "./quarantine.js";
import {findOrphans} from "./references.js";

/** Where the rows of one extract went: `rowsIn = loaded + duplicates + quarantined`. */
export interface TableCounts {
  readonly extract: string;
  readonly rowsIn: number;
  readonly loaded: number;
  readonly duplicates: number;
  readonly quarantined: number;
}

/**
 * Turns the mapped rows of one extract into `stg_<extract>`: typed, sorted by its grain, every rejected row on the list.
 *
 * `mapped` is a table or view with the contract's columns, `source_file` and `source_line`.
 */
export async function stage(
  engine: Engine,
  contract: TableContract,
  mapped: string,
  files: readonly string[],
  hasDatedDefaults: boolean
): Promise<TableCounts> {
  const fields = fieldsOf(contract, await engine.describe(`select * from ${mapped}`));
  await engine.run(readRows(fields, mapped));
  await findFailures(engine, contract.name, checksOf(contract, fields, hasDatedDefaults));
  await findOrphans(engine, contract, fields);
  await findRepeats(engine, contract, files);
  const found = await foundCounts(engine, contract.name);
  await engine.run(`
    create or replace table ${identifier(`stg_${contract.name}`)} as
    select ${fields.map(({name}) => identifier(name)).join(", ")}
    from read_rows
    where ${found.duplicates + found.quarantined === 0 ? "true" : notFound(contract.name, "read_rows")}
    order by ${contract.grain.map(identifier).join(", ")};
    drop view read_rows`);
  return await reconciled(engine, contract.name, mapped, found);
}

/** An empty `stg_<extract>`, so that what comes after staging need not ask whether the source has the extract. */
export async function stageNothing(engine: Engine, contract: TableContract): Promise<void> {
  const columns = Object.entries(contract.columns).map(([name, {type}]) => `${identifier(name)} ${type}`);
  await engine.run(`create or replace table ${identifier(`stg_${contract.name}`)} (${columns.join(", ")})`);
}

function readRows(fields: readonly Field[], mapped: string): string {
  const typed = fields.map(({name, typed: sql}) => `${sql} as ${identifier(name)}`);
  const said = fields.filter(({from}) => from !== null).map(({name, said: sql}) => `${sql} as ${saidColumn(name)}`);
  return `create or replace temp view read_rows as
    select ${[...typed, ...said].join(", ")}, source_file, source_line from ${mapped}`;
}

async function reconciled(
  engine: Engine,
  extract: string,
  mapped: string,
  found: {readonly duplicates: number; readonly quarantined: number}
): Promise<TableCounts> {
  const counted = await engine.columns(`
    select
      (select count(*) from ${mapped}) as rows_in,
      (select count(*) from ${identifier(`stg_${extract}`)}) as loaded`);
  const row = rowsOf(counted)[0]!;
  const counts = {extract, rowsIn: Number(row["rows_in"]), loaded: Number(row["loaded"]), ...found};
  if (counts.rowsIn !== counts.loaded + counts.duplicates + counts.quarantined) {
    throw new Error(`${extract}: rows were lost or doubled in staging: ${JSON.stringify(counts)}`);
  }
  return counts;
}
