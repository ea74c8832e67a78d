import {rowsOf} from "#warehouse/engine/columns.js";
import {identifier, literal, type Engine} from "#warehouse/engine/engine.js";
import {UserError} from "#warehouse/engine/userError.js";
import {unreadable} from "../files/header.js";
import type {InspectedFile} from "../files/inspect.js";
import {pathLiteral} from "../files/locate.js";

/**
 * Writes the files of one raw table as they are, with `source_file` and `source_line`, and returns the rows by file.
 *
 * `source_line` is the row number in a Parquet file and the line in a CSV file, the header being line 1; where a quoted
 * field holds a line break or a line is blank, it counts records.
 */
export async function writeRaw(
  engine: Engine,
  table: string,
  files: readonly InspectedFile[]
): Promise<ReadonlyMap<string, number>> {
  const columns = [...new Set(files.flatMap(({file}) => file.columns))];
  const counts = new Map<string, number>();
  for (const [at, inspected] of files.entries()) {
    const statement = at === 0 ? `create table ${identifier(table)} as` : `insert into ${identifier(table)} by name`;
    try {
      await engine.run(`${statement} ${reading(inspected, at === 0 ? columns : inspected.file.columns)}`);
    } catch (error) {
      throw unreadable(inspected.name, error);
    }
    counts.set(inspected.name, await countOf(engine, table, inspected.name));
    checkCount(inspected, counts.get(inspected.name)!);
  }
  return counts;
}

function reading(inspected: InspectedFile, columns: readonly string[]): string {
  const isParquet = inspected.name.endsWith(".parquet");
  const selected = columns.map((column) =>
    inspected.file.columns.includes(column) ? identifier(column) : `cast(null as varchar) as ${identifier(column)}`
  );
  const line = isParquet ? "file_row_number + 1" : "row_number() over () + 1";
  const source = isParquet ? parquetReader(inspected) : csvReader(inspected);
  return `select ${selected.join(", ")}, ${literal(inspected.name)} as source_file, ${line} as source_line from ${source}`;
}

function parquetReader({path}: InspectedFile): string {
  return `read_parquet(${pathLiteral(path)}, file_row_number = true)`;
}

/** Every option is said, none guessed; short rows are padded, so that they are quarantined and not lost. */
function csvReader({path, header, file}: InspectedFile): string {
  const named = header.map((name, at) => (file.columns.includes(name) ? name : `unread_${at}`));
  const columns = named.map((name) => `${literal(name)}: 'varchar'`).join(", ");
  return `read_csv(${pathLiteral(path)}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
    encoding = 'utf-8', columns = {${columns}}, null_padding = true, parallel = false)`;
}

async function countOf(engine: Engine, table: string, name: string): Promise<number> {
  const counted = await engine.columns(
    `select count(*) as n from ${identifier(table)} where source_file = ${literal(name)}`
  );
  return Number(rowsOf(counted)[0]!["n"]);
}

function checkCount({name, rows}: InspectedFile, read: number): void {
  if (rows === null || rows === read) return;
  throw new UserError(
    `${name}: the file has ${rows} rows, but ${read} could be read; look for quotes that do not enclose a whole field`
  );
}
