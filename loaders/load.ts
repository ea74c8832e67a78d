import {rowsOf} from "#warehouse/engine/columns.js";
import {identifier, type Engine} from "#warehouse/engine/engine.js";
import {UserError} from "#warehouse/engine/userError.js";
import {EXTRACTS} from "./contracts/index.js";
import {inspect, type InspectedFile} from "./files/inspect.js";
import {locate, rawTablesOf} from "./files/locate.js";
import {writeRaw} from "./raw/raw.js";
import {hasDatedDefaults, type Source, type SourceExtract} from "./sources/contract.js";
import {sqlOf} from "./sql.js";
import {stageCalendar} from "./staging/calendar.js";
import {stageOutcomeCoverage} from "./staging/outcomeCoverage.js";
import {closeQuarantine, openQuarantine} from "./staging/quarantine.js";
import {checkQuarantined, QUARANTINE_LIMIT} from "./staging/quarantineLimit.js";
import {stage, stageNothing, type TableCounts} from "./staging/stage.js";

export interface LoadedFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly rows: number;
}

export interface LoadReport {
  readonly files: readonly LoadedFile[];
  /** One for each extract that the source has, parents before children. */
  readonly tables: readonly TableCounts[];
}

export interface LoadOptions {
  /** Told in one line what is being done. */
  readonly onProgress?: (line: string) => void;
  /** Share of an extract's rows, in [0, 1], beyond which its quarantine stops the load; 20 rows are always let pass. */
  readonly quarantineLimit?: number;
}

/**
 * Loads the extracts of a source from a folder into `raw_`, `stg_` and `quarantine`, in one transaction: after a
 * failure the warehouse is as it was. Loading the same files again gives the same tables.
 *
 * Every extract contract has a `stg_` table afterwards, empty where the source lacks it, beside `stg_calendar`,
 * `stg_source` and `stg_outcome_coverage`. Throws a UserError where a file, or the folder, cannot be used, and where
 * an extract has rows but none of them, or too few, could be loaded.
 */
export async function loadSource(
  engine: Engine,
  source: Source,
  folder: string,
  {onProgress = () => undefined, quarantineLimit = QUARANTINE_LIMIT}: LoadOptions = {}
): Promise<LoadReport> {
  if (!(quarantineLimit >= 0 && quarantineLimit <= 1)) {
    throw new RangeError(`quarantineLimit must be in [0, 1]; got ${quarantineLimit}`);
  }
  const files: InspectedFile[] = [];
  for (const located of await locate(source, folder)) {
    onProgress(`checking ${located.name}`);
    files.push(await inspect(engine, located));
  }
  return await engine.transaction(async () => {
    const rows = await writeRawTables(engine, source, files, onProgress);
    const tables = await stageExtracts(engine, source, files, {onProgress, quarantineLimit});
    await stageOutcomeCoverage(engine, source);
    await stageCalendar(engine, source);
    return {
      files: files.map(({name, bytes, sha256}) => ({name, bytes, sha256, rows: rows.get(name)!})),
      tables
    };
  });
}

async function writeRawTables(
  engine: Engine,
  source: Source,
  files: readonly InspectedFile[],
  onProgress: (line: string) => void
): Promise<Map<string, number>> {
  await dropRawTables(engine);
  const rows = new Map<string, number>();
  for (const raw of rawTablesOf(source)) {
    const own = files.filter((file) => file.raw === raw);
    if (own.length > 0) onProgress(`reading ${own.map(({name}) => name).join(", ")}`);
    for (const [name, count] of await writeRaw(engine, raw.name, own)) rows.set(name, count);
  }
  return rows;
}

/** Another source may have left raw tables that this one does not have. */
async function dropRawTables(engine: Engine): Promise<void> {
  const tables = await engine.columns(
    "select table_name from information_schema.tables where starts_with(table_name, 'raw_') order by table_name"
  );
  for (const {table_name: name} of rowsOf<{table_name: string}>(tables)) {
    await engine.run(`drop table ${identifier(name)}`);
  }
}

async function stageExtracts(
  engine: Engine,
  source: Source,
  files: readonly InspectedFile[],
  {onProgress, quarantineLimit}: Required<LoadOptions>
): Promise<TableCounts[]> {
  await openQuarantine(engine);
  const tables: TableCounts[] = [];
  for (const contract of EXTRACTS) {
    const extract = source.extracts.find((candidate) => candidate.contract === contract);
    const own = files.filter(({raw}) => raw === extract?.raw).map(({name}) => name);
    if (extract === undefined || own.length === 0) {
      await stageNothing(engine, contract);
      continue;
    }
    onProgress(`staging ${contract.name}`);
    const rows = await mapped(engine, source, extract);
    const counts = await stage(engine, contract, rows, own, hasDatedDefaults(source));
    await engine.run("drop table if exists mapped_rows");
    await checkQuarantined(engine, counts, quarantineLimit);
    if (contract.name === "obligors") checkObligors(counts);
    tables.push(counts);
  }
  await closeQuarantine(
    engine,
    EXTRACTS.map(({name}) => name)
  );
  return tables;
}

async function mapped(engine: Engine, source: Source, {mapping, raw}: SourceExtract): Promise<string> {
  if (mapping === null) return raw.name;
  const values = new Map(source.assumptions.map(({id, value}) => [id, value]));
  await engine.run(`create or replace temp table mapped_rows as ${sqlOf(mapping, values)}`);
  return "mapped_rows";
}

function checkObligors({rowsIn}: TableCounts): void {
  if (rowsIn > 0) return;
  throw new UserError("obligors: the file has no rows, and without obligors there is no book; export it again");
}
