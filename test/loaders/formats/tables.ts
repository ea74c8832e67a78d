import {mkdtemp, readFile, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {findTables} from "#loaders/formats/findTables.js";
import type {DeliveredFile, Defect, FoundTable, Hints} from "#loaders/formats/contract.js";
import {spool} from "#loaders/formats/spool.js";
import {rowsOf} from "#warehouse/engine/columns.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {withEngine} from "../../support/memoryEngine.js";

export type Cell = string | null;

export interface ReadTables {
  readonly tables: readonly FoundTable[];
  /** Table, line, and the wanted columns. */
  readonly rows: readonly (readonly Cell[])[];
  readonly defects: readonly Defect[];
  readonly records: readonly number[];
}

export async function newFolder(): Promise<string> {
  return await mkdtemp(join(tmpdir(), "loanscape-formats-"));
}

/** Writes a file into a folder of its own. */
export async function delivered(name: string, content: Buffer | string): Promise<DeliveredFile> {
  const path = join(await newFolder(), name);
  await writeFile(path, content);
  return {name, path};
}

/** The tables in a file of this content. */
export async function found(name: string, content: Buffer | string, hints: Hints = {}): Promise<FoundTable[]> {
  const file = await delivered(name, content);
  return await withEngine((engine) => findTables(engine, file, hints));
}

/** Finds and spools a file, and reads the segments back with the engine. */
export async function readBack(
  name: string,
  content: Buffer | string,
  {hints = {}, wanted}: {hints?: Hints; wanted?: readonly string[]} = {}
): Promise<ReadTables> {
  const file = await delivered(name, content);
  return await withEngine(async (engine) => {
    const tables = await findTables(engine, file, hints);
    return {tables, ...(await spooled(engine, tables, wanted ?? tables[0]!.columns.map((column) => column.name)))};
  });
}

/** Spools tables and reads the segments back with the engine. */
export async function spooled(
  engine: Engine,
  tables: readonly FoundTable[],
  wanted: readonly string[]
): Promise<Omit<ReadTables, "tables">> {
  const {segments, defects, tables: counted} = await spool(tables, wanted, await newFolder());
  const types = ["t: 'integer'", "l: 'bigint'", ...wanted.map((_, at) => `w${at}: 'varchar'`)].join(", ");
  const rows: Cell[][] = [];
  for (const segment of segments) {
    const read = await engine.columns(
      `from read_csv('${segment}', header = false, auto_detect = false, delim = ',', quote = '"', escape = '"',
        max_line_size = 2097152, buffer_size = 8388608, encoding = 'utf-8', columns = {${types}})`
    );
    for (const row of rowsOf(read)) rows.push(Object.values(row).map((cell) => (cell === null ? null : String(cell))));
  }
  const lines = defects === null ? [] : (await readFile(defects, "utf8")).trimEnd().split("\n");
  return {rows, defects: lines.map((line) => JSON.parse(line) as Defect), records: counted.map(({records}) => records)};
}
