import {numbersOf} from "#warehouse/engine/columns.js";
import {identifier, type Engine} from "#warehouse/engine/engine.js";
import type {FoundTable, ReadingOptions, Spooled} from "../formats/contract.js";
import {fingerprint} from "../formats/fingerprint.js";
import {mayBePlain, scan} from "../formats/plain.js";
import {spool} from "../formats/spool.js";
import {landingTable} from "../raw/rawTable.js";
import type {Batch, BatchTable, ReadFile, Setting} from "./batch.js";
import {insertRows} from "./insertRows.js";
import {noteLines} from "./lines.js";
import type {SourceRows} from "./mappedRows.js";
import {clearRejects, parquetRows, plainRows, spooledRows, unitedRows} from "./sourceRows.js";
import {unreadable} from "./unreadable.js";
import {wantedColumns} from "./wantedColumns.js";

/** A part of a batch as it was read, and how its rows can be looked at again. */
export type Reading = {readonly files: readonly ReadFile[]} & (
  | {
      readonly kind: "plain";
      readonly tables: readonly [BatchTable];
      readonly rejects: string;
      /** Where its lines begin; see Scan. */
      readonly marks: readonly number[];
    }
  | {
      readonly kind: "parquet" | "spooled" | "adapted";
      readonly tables: readonly BatchTable[];
      readonly rows: SourceRows;
      /** Where some of it was rewritten first. */
      readonly spooled: Spooled | null;
    }
);

export type PlainReading = Extract<Reading, {kind: "plain"}>;

export interface LandOptions extends ReadingOptions {
  /** Folder for segments; its content is of no use afterwards. */
  readonly spoolFolder: string;
}

/**
 * Reads the tables of a batch into the landing table of its extract: every row that could be typed, in the order of files and lines,
 * each with the first rule that it breaks by itself. Returns how it was read.
 */
export async function land(engine: Engine, batch: Batch, setting: Setting, options: LandOptions): Promise<Reading[]> {
  const adapted = batch.extract.mapping.kind === "sql";
  if (adapted) return [await landAdapted(engine, batch, setting, options)];
  const readings: Reading[] = [];
  for (const group of groupsOf(batch)) {
    if (group.kind === "parquet") {
      for (const table of group.tables) readings.push(await landParquet(engine, batch, table, setting, options));
    } else if (group.kind === "plain") {
      readings.push(await landPlain(engine, batch, group.tables[0]!, setting, options));
    } else readings.push(await landSpooled(engine, batch, group.tables, setting, options));
  }
  return readings;
}

interface Group {
  readonly kind: "plain" | "parquet" | "spooled";
  readonly tables: BatchTable[];
}

/** Where there are more tables than this, they are spooled together: thousands of small files are one reading. */
const MOST_ALONE = 16;

/** Rows that a filter leaves out would shift the lines of the others, so that only an unfiltered file is read as it lies. */
function groupsOf({tables, extract: {mapping}}: Batch): Group[] {
  const hasFilter = mapping.kind === "columns" && mapping.where.length > 0;
  const isMany = tables.length > MOST_ALONE;
  const groups: Group[] = [];
  for (const table of tables) {
    const kind = kindOf(table.table, hasFilter, isMany);
    const last = groups.at(-1);
    if (last?.kind === kind && kind !== "plain") last.tables.push(table);
    else groups.push({kind, tables: [table]});
  }
  return groups;
}

function kindOf(table: FoundTable, hasFilter: boolean, isMany: boolean): Group["kind"] {
  if (table.format === "parquet") return "parquet";
  return mayBePlain(table) && !hasFilter && !isMany ? "plain" : "spooled";
}

async function landParquet(
  engine: Engine,
  batch: Batch,
  table: BatchTable,
  setting: Setting,
  options: LandOptions
): Promise<Reading> {
  const rows = parquetRows(table);
  const [print] = await Promise.all([
    fingerprint(table.table.file, options),
    readingOf(table.table.name, () => insertRows(engine, batch, rows, setting))
  ]);
  const counted = await engine.columns(`select count(*) as n from ${rows.from}`);
  const file = {
    fileId: table.fileId,
    name: table.table.name,
    ...print,
    rows: numbersOf(counted, "n")[0]!,
    firstRow: null
  };
  return {kind: "parquet", tables: [table], files: [file], rows, spooled: null};
}

/** The engine reads while the main thread scans; what is not plain after all is read again, by way of the spool. */
async function landPlain(
  engine: Engine,
  batch: Batch,
  table: BatchTable,
  setting: Setting,
  options: LandOptions
): Promise<Reading> {
  const before = await rowCount(engine, landingTable(batch.contract));
  await clearRejects(engine);
  const rows = await plainRows(engine, table, batch.contract, batch.extract.mapping);
  const scanning = scan(table.table, options);
  const inserting = insertRows(engine, batch, rows, setting).then(
    () => null,
    (error: unknown) => ({error})
  );
  const [found, failure] = await Promise.all([scanning, inserting]);
  const rejects = `rejected_${table.fileId}`;
  if (found.isPlain && failure === null) {
    await engine.run(`create or replace temp table ${rejects} as
      select line, list(distinct error_type order by error_type) as errors from rejected_lines group by line order by line`);
    const read = (await rowCount(engine, landingTable(batch.contract))) - before + (await rowCount(engine, rejects));
    if (read === found.records) {
      const {bytes, sha256, records, marks} = found;
      const file = {fileId: table.fileId, name: table.table.name, bytes, sha256, rows: records, firstRow: before};
      await noteLines(engine, batch.id, file, rejects);
      return {kind: "plain", tables: [table], files: [file], rejects, marks};
    }
  }
  await dropTail(engine, landingTable(batch.contract), before);
  return await landSpooled(engine, batch, [table], setting, options);
}

/** Keeps the first rows of a table, at the places where they are: a delete would leave that to the next checkpoint. */
async function dropTail(engine: Engine, table: string, rows: number): Promise<void> {
  await engine.run(`create or replace table landing_kept as select * from ${identifier(table)} limit ${rows};
    drop table ${identifier(table)};
    alter table landing_kept rename to ${identifier(table)}`);
}

async function landSpooled(
  engine: Engine,
  batch: Batch,
  tables: readonly BatchTable[],
  setting: Setting,
  options: LandOptions
): Promise<Reading> {
  const {rows, spooled, files} = await spooledTables(batch, tables, options);
  await readingOf(tables[0]!.table.name, () => insertRows(engine, batch, rows, setting));
  return {kind: "spooled", tables, files, rows, spooled};
}

async function landAdapted(engine: Engine, batch: Batch, setting: Setting, options: LandOptions): Promise<Reading> {
  const parquet = batch.tables.filter(({table}) => table.format === "parquet");
  const text = batch.tables.filter(({table}) => table.format !== "parquet");
  const parts: SourceRows[] = parquet.map(parquetRows);
  const files: ReadFile[] = [];
  for (const table of parquet) {
    const print = await fingerprint(table.table.file, options);
    files.push({fileId: table.fileId, name: table.table.name, ...print, rows: 0, firstRow: null});
  }
  const spooledPart = text.length === 0 ? null : await spooledTables(batch, text, options);
  if (spooledPart !== null) {
    parts.push(spooledPart.rows);
    files.push(...spooledPart.files);
  }
  const rows = unitedRows(parts);
  await readingOf(batch.tables[0]!.table.name, () => insertRows(engine, batch, rows, setting));
  const counted = await countsByFile(engine, landingTable(batch.contract));
  const defects = new Map(text.map(({fileId}, at) => [fileId, spooledPart!.spooled.tables[at]!.defects]));
  const rowsOf = (id: number) => (counted.get(id) ?? 0) + (defects.get(id) ?? 0);
  const read = files.map((file) => ({...file, rows: rowsOf(file.fileId)})).sort((a, b) => a.fileId - b.fileId);
  return {kind: "adapted", tables: batch.tables, files: read, rows, spooled: spooledPart?.spooled ?? null};
}

async function spooledTables(batch: Batch, tables: readonly BatchTable[], options: LandOptions) {
  const wanted = wantedColumns(batch, tables);
  const folder = `${options.spoolFolder}/${batch.contract.name}-${tables[0]!.fileId}`;
  const found = tables.map(({table}) => table);
  const spooled = await spool(found, wanted, folder, options);
  const files: ReadFile[] = [];
  const prints = new Map<string, {bytes: number; sha256: string}>();
  for (const [at, {table, fileId}] of tables.entries()) {
    const print = prints.get(table.file.path) ?? (await fingerprint(table.file, {signal: options.signal!}));
    prints.set(table.file.path, print);
    files.push({fileId, name: table.name, ...print, rows: spooled.tables[at]!.records, firstRow: null});
  }
  return {rows: spooledRows(spooled, wanted, tables), spooled, files};
}

export async function rowCount(engine: Engine, table: string): Promise<number> {
  return numbersOf(await engine.columns(`select count(*) as n from ${identifier(table)}`), "n")[0]!;
}

async function countsByFile(engine: Engine, table: string): Promise<ReadonlyMap<number, number>> {
  const counted = await engine.columns(
    `select file_id, count(*) as n from ${identifier(table)} group by file_id order by file_id`
  );
  const ids = numbersOf(counted, "file_id");
  const counts = numbersOf(counted, "n");
  return new Map([...ids].map((id, at) => [id, counts[at]!]));
}

async function readingOf(name: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw unreadable(name, error);
  }
}
