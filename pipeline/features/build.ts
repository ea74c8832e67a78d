import {EXTRACTS} from "#loaders/contracts/index.js";
import {rowsOf} from "#warehouse/engine/columns.js";
import {identifier, type Engine} from "#warehouse/engine/engine.js";
import {buildBeside, closeFrame, openFrame} from "#warehouse/featureFrame.js";
import {heldToContract, type SqlTable} from "#warehouse/sqlTable.js";
import {keepBuild, lastBuild, latestBatch} from "./books.js";
import {
  ALL,
  compareObserved,
  dropLeft,
  dropPairs,
  hasMended,
  mended,
  NEWEST,
  OBSERVATIONS,
  OBSERVATIONS_NEXT
} from "./frames.js";
import {extractsOf, readsOf, type Reads} from "./reads.js";
import {keepSeen, noteUnlike} from "./seen.js";
import {noteTouched} from "./touched.js";
import {buildGround, versionOf} from "./versions.js";

/** What a build did to one table. */
export interface BuiltTable {
  readonly name: string;
  readonly rows: number;
  /** Rows that were built; all of them where something other than the facts had changed. */
  readonly built: number;
}

interface Planned {
  readonly table: SqlTable;
  readonly name: string;
  readonly reads: Reads;
  readonly version: string;
}

/** Rows that wait beside a feature table to take its place, or a part of it. */
type Waiting = {readonly name: string; readonly built: number} & (
  {readonly kind: "whole"} | {readonly kind: "parts"; readonly parts: readonly string[]}
);

/**
 * Brings every feature table to what is staged now: a table whose SQL, contract, macros, policies or staging differ from those of its
 * last build is built anew, of the others the months that came and the pairs that changed facts touch. What comes out is what
 * building all anew would give. All of it becomes visible at once: a kill leaves the tables of the last build.
 */
export async function bringUpToDate(
  engine: Engine,
  tables: ReadonlyMap<string, SqlTable>,
  onTable: (name: string) => void = () => undefined
): Promise<BuiltTable[]> {
  await clearWaiting(engine);
  const last = await lastBuild(engine);
  const planned = await planOf(engine, tables);
  const stands = ({name, version}: Planned) => last.versions.get(name) === version;
  onTable(OBSERVATIONS);
  const pairs = await buildObservations(engine, tables);
  const rest = planned.filter(({name}) => name !== OBSERVATIONS);
  const standing = last.versions.has(OBSERVATIONS) ? rest.filter(stands) : [];
  const parts = await buildParts(engine, standing, last.lastBatch, pairs, onTable);
  const done = new Set(parts.map(({name}) => name));
  const wholes = await buildWholes(
    engine,
    rest.filter(({name}) => !done.has(name)),
    pairs,
    onTable
  );
  await closeFrame(engine);
  const waiting: Waiting[] = [{kind: "whole", name: OBSERVATIONS, built: pairs}, ...parts, ...wholes];
  await engine.transaction(async () => {
    for (const each of waiting) await putInPlace(engine, each);
    await keepSeen(engine);
    const versions = new Map(planned.map(({name, version}) => [name, version]));
    await keepBuild(engine, versions, await latestBatch(engine), last);
  });
  return waiting.map(({name, built}) => ({name, rows: pairs, built}));
}

const nextOf = (name: string): string => `${name}_next`;

/** Drops what a killed build left waiting. */
async function clearWaiting(engine: Engine): Promise<void> {
  const found = await engine.columns(`select table_name from information_schema.tables
    where starts_with(table_name, 'feat_') and ends_with(table_name, '_next') order by table_name`);
  for (const {table_name: name} of rowsOf<{table_name: string}>(found))
    await engine.run(`drop table ${identifier(name)}`);
}

async function planOf(engine: Engine, tables: ReadonlyMap<string, SqlTable>): Promise<Planned[]> {
  const planned: Planned[] = [];
  const ground = await buildGround(engine);
  for (const [name, table] of tables) {
    const reads = readsOf(table);
    planned.push({table, name, reads, version: await versionOf(engine, table, reads, ground)});
  }
  return planned;
}

async function buildObservations(engine: Engine, tables: ReadonlyMap<string, SqlTable>): Promise<number> {
  const observations = tables.get(OBSERVATIONS);
  if (observations === undefined) throw new Error(`${OBSERVATIONS} is missing`);
  const {contract, sql} = observations;
  await engine.run(sql.replace(`table ${OBSERVATIONS} as`, `table ${OBSERVATIONS_NEXT} as`));
  return await heldToContract(engine, {...contract, name: OBSERVATIONS_NEXT});
}

/** Builds what is new or touched of each table; leaves out a table of which most is. */
async function buildParts(
  engine: Engine,
  tables: readonly Planned[],
  lastBatch: number,
  pairs: number,
  onTable: (name: string) => void
): Promise<Waiting[]> {
  if (tables.length === 0) return [];
  const extracts = extractsOf(tables.map(({reads}) => reads));
  await noteTouched(engine, {extracts, all: EXTRACTS, lastBatch});
  await noteUnlike(
    engine,
    tables.map(({table}) => table),
    extracts
  );
  await compareObserved(engine);
  const parts = new Map<string, {table: SqlTable; built: number; parts: string[]}>();
  for (const {table, name, reads} of tables) {
    const touched = (await hasMended(engine, reads)) ? await openFrame(engine, mended(table, reads)) : 0;
    if (touched * 2 > pairs) continue;
    const part = {table, built: touched, parts: [] as string[]};
    parts.set(name, part);
    if (touched > 0) part.parts.push(await buildPart(engine, table, "mended", onTable));
  }
  const added = await openFrame(engine, NEWEST);
  for (const part of parts.values()) {
    part.built += added;
    if (added > 0) part.parts.push(await buildPart(engine, part.table, "newest", onTable));
  }
  return [...parts].map(([name, {built, parts: own}]) => ({kind: "parts", name, built, parts: own}));
}

async function buildPart(
  engine: Engine,
  table: SqlTable,
  which: "mended" | "newest",
  onTable: (name: string) => void
): Promise<string> {
  const {name} = table.contract;
  onTable(name);
  await buildBeside(engine, table, `${name}_${which}`, "temp table");
  return `${name}_${which}`;
}

async function buildWholes(
  engine: Engine,
  tables: readonly Planned[],
  pairs: number,
  onTable: (name: string) => void
): Promise<Waiting[]> {
  if (tables.length > 0) await openFrame(engine, ALL);
  for (const {table, name} of tables) {
    onTable(name);
    await buildBeside(engine, table, nextOf(name), "table");
  }
  return tables.map(({name}) => ({kind: "whole", name, built: pairs}));
}

async function putInPlace(engine: Engine, waiting: Waiting): Promise<void> {
  const {name} = waiting;
  if (waiting.kind === "whole") {
    await engine.run(`drop table if exists ${identifier(name)};
      alter table ${identifier(nextOf(name))} rename to ${identifier(name)}`);
    return;
  }
  await dropLeft(engine, name);
  for (const part of waiting.parts) {
    await dropPairs(engine, name, part);
    await engine.run(`insert into ${identifier(name)} select * from ${identifier(part)};
      drop table ${identifier(part)}`);
  }
}
