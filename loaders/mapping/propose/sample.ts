import {readdir} from "node:fs/promises";
import {join} from "node:path";
import {rowsOf} from "#warehouse/engine/columns.js";
import {literal, type Engine} from "#warehouse/engine/engine.js";
import {SPOOL, type DeliveredFile, type FoundTable} from "../../formats/contract.js";
import {findTables} from "../../formats/findTables.js";
import {spool} from "../../formats/spool.js";
import {quoted} from "../sourceColumn.js";

const MOST_ROWS = 4_000;
const MOST_BYTES = 16_000_000;
const MOST_TABLES = 8;

export interface SampledColumn {
  readonly name: string;
  /** The engine's type in the file; text files are all `varchar`. */
  readonly type: string;
  /** Values that are there, as text, in the order of the rows. */
  readonly values: readonly string[];
}

/** What is known of a file from a part of it. */
export interface Sample {
  readonly file: string;
  readonly rows: number;
  /** Tables in the file; more than one in an archive or a workbook. */
  readonly tables: readonly string[];
  /** Tables in the file that have other columns, and were left aside. */
  readonly others: readonly string[];
  /** Sheet of the workbook, where others hold something else. */
  readonly sheet: string | null;
  readonly columns: readonly SampledColumn[];
}

/** Reads the first rows of the tables in a file; some of the tables where there are many. */
export async function sampleOf(engine: Engine, file: DeliveredFile, folder: string): Promise<Sample> {
  const found = await findTables(engine, file, {});
  const alike = found.filter((table) => isAlike(table, found[0]!));
  const others = found.filter((table) => !alike.includes(table)).map(({name}) => name);
  const tables = spread(alike);
  const names = [...new Set(tables.flatMap(({columns}) => columns.map(({name}) => name)))];
  const source =
    tables[0]!.format === "parquet" ? parquetSource(tables[0]!) : await spooledSource(tables, names, folder);
  const types = new Map(tables.flatMap(({columns}) => columns.map(({name, type}) => [name, type])));
  const selected = names.map((name, index) => `cast(${quoted(name)} as varchar) as c${index}`);
  const rows = rowsOf<Record<string, string | null>>(
    await engine.columns(`select ${selected.join(", ")} from (${source}) limit ${MOST_ROWS}`)
  );
  return {
    file: file.name,
    rows: rows.length,
    tables: alike.map(({name}) => name),
    others,
    sheet: others.length > 0 && tables[0]!.format === "xlsx" ? tables[0]!.part : null,
    columns: names.map((name, index) => ({
      name,
      type: types.get(name)!,
      values: rows.map((row) => row[`c${index}`]?.trim() ?? "").filter((value) => value !== "")
    }))
  };
}

/** Whether two tables have most columns in common, as the files of one extract do. */
function isAlike({columns}: FoundTable, other: FoundTable): boolean {
  const names = new Set(other.columns.map(({name}) => name));
  const common = columns.filter(({name}) => names.has(name)).length;
  return 2 * common >= Math.max(columns.length, names.size);
}

function spread(tables: readonly FoundTable[]): FoundTable[] {
  if (tables.length <= MOST_TABLES) return [...tables];
  return Array.from({length: MOST_TABLES}, (_, place) => tables[Math.floor((place * tables.length) / MOST_TABLES)]!);
}

function parquetSource({file}: FoundTable): string {
  return `select * from read_parquet(${literal(file.path)})`;
}

/** Every table gives its share of the rows. */
async function spooledSource(tables: readonly FoundTable[], names: readonly string[], folder: string): Promise<string> {
  const parts: string[] = [];
  for (const [index, table] of tables.entries()) {
    const own = join(folder, String(index));
    const segments = await beginningOf(table, names, own);
    if (segments.length === 0) continue;
    const declared = [...SPOOL.place, ...names].map((name) => `${literal(name)}: 'varchar'`).join(", ");
    const files = segments.map(literal).join(", ");
    parts.push(`(select * from read_csv([${files}], auto_detect = false, header = false, delim = '${SPOOL.delimiter}',
      quote = '${SPOOL.quote}', escape = '${SPOOL.quote}', columns = {${declared}}, parallel = false)
      limit ${Math.ceil(MOST_ROWS / tables.length)})`);
  }
  if (parts.length === 0) return `select ${names.map((name) => `null as ${quoted(name)}`).join(", ")} where false`;
  return parts.join(" union all ");
}

/** Spools a table until enough is there; what was written until then is whole records. */
async function beginningOf(table: FoundTable, names: readonly string[], folder: string): Promise<string[]> {
  const stop = new AbortController();
  let read = 0;
  const onBytes = (bytes: number) => {
    read += bytes;
    if (read > MOST_BYTES) stop.abort();
  };
  try {
    return [...(await spool([table], names, folder, {signal: stop.signal, onBytes})).segments];
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    const files = await readdir(folder);
    return files
      .filter((name) => name.startsWith("segment-"))
      .sort()
      .map((name) => join(folder, name));
  }
}
