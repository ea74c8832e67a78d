import type {TableContract} from "#warehouse/contract.js";
import {rowsOf} from "#warehouse/engine/columns.js";
import {identifier, type Engine} from "#warehouse/engine/engine.js";
import {UserError} from "#warehouse/engine/userError.js";
import {loadBatches, loadChecks, loadControls, loadFiles, loadQuality, quarantine} from "#warehouse/loading.js";
import {EXTRACTS} from "../contracts/index.js";
import {createRawTable, rawColumns, rawTable} from "../raw/rawTable.js";

const BOOKS: readonly TableContract[] = [loadBatches, loadFiles, quarantine, loadControls, loadChecks, loadQuality];

/** Makes the tables that loading writes, where they are not there yet, and clears away what a killed load left. */
export async function openBooks(engine: Engine): Promise<void> {
  await clearLandings(engine);
  for (const contract of BOOKS) await createFrom(engine, contract);
  await engine.run(
    "create table if not exists load_line_shifts (batch_id integer, file_id integer, first_row bigint, shift bigint)"
  );
  await engine.run("create table if not exists load_consent_doubts (batch_id integer, party_id varchar)");
  await engine.run("create table if not exists load_watermarks (extract varchar, watermark varchar)");
  const there = await columnsOfRawTables(engine);
  for (const contract of EXTRACTS) {
    const columns = there.get(rawTable(contract));
    if (columns === undefined) await createRawTable(engine, contract, rawTable(contract));
    else checkLayout(contract, columns);
  }
}

async function columnsOfRawTables(engine: Engine): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const found = await engine.columns(`select table_name, column_name from information_schema.columns
    where starts_with(table_name, 'raw_') order by table_name, ordinal_position`);
  const tables = new Map<string, Set<string>>();
  for (const {table_name: table, column_name: column} of rowsOf<{table_name: string; column_name: string}>(found)) {
    tables.set(table, (tables.get(table) ?? new Set()).add(column));
  }
  return tables;
}

/** Drops what waits unseen: the landing tables of a load that did not come to its end. */
export async function clearLandings(engine: Engine): Promise<void> {
  const tables = await engine.columns(
    "select table_name from information_schema.tables where starts_with(table_name, 'landing_') order by table_name"
  );
  for (const {table_name: name} of rowsOf<{table_name: string}>(tables)) {
    await engine.run(`drop table ${identifier(name)}`);
  }
}

async function createFrom(engine: Engine, {name, columns}: TableContract): Promise<void> {
  const typed = Object.entries(columns).map(([column, {type}]) => `${identifier(column)} ${type}`);
  await engine.run(`create table if not exists ${identifier(name)} (${typed.join(", ")})`);
}

/** A warehouse that an earlier version of the contracts made holds other columns. */
function checkLayout(contract: TableContract, there: ReadonlySet<string>): void {
  const missing = rawColumns(contract).find((name) => !there.has(name));
  if (missing === undefined) return;
  throw new UserError(
    `the warehouse holds ${contract.name} without ${missing}: an earlier version of Loanscape made it; ` +
      "move its folder away and load the extracts again"
  );
}

/** Drops the temporary tables and views of a load. */
export async function clearScratch(engine: Engine): Promise<void> {
  const scratch = await engine.columns(`select table_name as name, 'table' as kind from duckdb_tables() where temporary
    union all select view_name, 'view' from duckdb_views() where temporary and not internal order by name`);
  for (const {name, kind} of rowsOf<{name: string; kind: string}>(scratch)) {
    await engine.run(`drop ${kind} ${identifier(name)}`);
  }
}
