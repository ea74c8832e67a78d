import {identifier, literal, type DescribedColumn, type Engine} from "#warehouse/engine/engine.js";
import type {TableContract} from "#warehouse/contract.js";
import {numbersOf} from "#warehouse/engine/columns.js";
import {SPOOL, type FoundTable, type Spooled} from "../formats/contract.js";
import {compileMapping} from "../mapping/compile.js";
import type {Mapping} from "../mapping/contract.js";
import type {Blanks} from "../staging/field.js";
import {quoted} from "../mapping/sourceColumn.js";
import type {BatchTable} from "./batch.js";
import type {SourceRows} from "./mappedRows.js";
import {pathLiteral} from "./pathLiteral.js";

/** Tables, temporary, into which the engine puts the lines of a plain file that do not fit the declared types. */
export const REJECTS = {errors: "rejected_lines", scans: "rejected_scans"} as const;

/** Buffers of the CSV reader: smaller than its default, so that memory does not follow the number of threads. */
const BUFFERING = "max_line_size = 2097152, buffer_size = 8388608";

/** Rows of a plain CSV file, values in the contract's types where the mapping takes them as they stand; no lines. */
export async function plainRows(
  engine: Engine,
  {fileId, table}: BatchTable,
  contract: TableContract,
  mapping: Mapping
): Promise<SourceRows> {
  const typed = typedColumns(table.columns, contract, mapping);
  const misfits = await misfitColumns(engine, table, typed);
  const columns = typed.map(({name, type}) => ({name, type: misfits.has(name) ? "varchar" : type}));
  const rejects = `dateformat = '%Y-%m-%d', store_rejects = true, rejects_table = '${REJECTS.errors}', rejects_scan = '${REJECTS.scans}',
    rejects_limit = 0`;
  return placed(plainReader(table, columns, rejects), columns, table.name, fileId, "cast(null as bigint)", "none");
}

function plainReader({file, form}: FoundTable, columns: readonly DescribedColumn[], options: string): string {
  const declared = columns.map(({name, type}) => `${literal(name)}: ${literal(type)}`).join(", ");
  const {delimiter, quote} = form!;
  return `read_csv(${pathLiteral(file.path)}, auto_detect = false, header = true, encoding = 'utf-8',
    delim = ${literal(delimiter)}, quote = ${literal(quote)}, escape = ${literal(quote)}, ${BUFFERING}, ${options},
    columns = {${declared}})`;
}

const LOOKED_INTO = 2_000;
const MISFIT_SHARE = 0.1;

/**
 * Columns of which many of the first values do not have the type that they should. They are read as text, and typed later: the engine
 * keeps every line in memory that it refuses to parse.
 */
async function misfitColumns(
  engine: Engine,
  table: FoundTable,
  typed: readonly DescribedColumn[]
): Promise<ReadonlySet<string>> {
  const parsed = typed.filter(({type}) => PARSED.has(type));
  if (parsed.length === 0) return new Set();
  const text = typed.map(({name}) => ({name, type: "varchar"}));
  const misfits = parsed.map(
    ({name, type}, at) =>
      `count(*) filter (where ${quoted(name)} <> '' and try_cast(${quoted(name)} as ${type}) is null) as c${at}`
  );
  const reading = engine.columns(`select ${misfits.join(", ")}
    from (select * from ${plainReader(table, text, "ignore_errors = true")} limit ${LOOKED_INTO})`);
  const found = await reading.catch(() => null); // whatever it is, reading all of the file will meet it too
  if (found === null) return new Set();
  const isMisfit = (at: number) => numbersOf(found, `c${at}`)[0]! > MISFIT_SHARE * LOOKED_INTO;
  return new Set(parsed.filter((_, at) => isMisfit(at)).map(({name}) => name));
}

/** Types that the engine may read a column as while it parses, since its reading is the contract's own. */
const PARSED: ReadonlySet<string> = new Set(["date", "decimal(18,2)", "double"]);

function typedColumns(
  columns: readonly DescribedColumn[],
  contract: TableContract,
  mapping: Mapping
): DescribedColumn[] {
  if (mapping.kind === "sql") return [...columns];
  const compiled = compileMapping(mapping, contract, columns);
  return columns.map(({name, type}) => {
    const uses = [...compiled.columns].filter(([, {asItStands}]) => asItStands === name);
    const isReadOtherwise = [...compiled.columns].some(
      ([, {asItStands, sql}]) => asItStands === null && sql.includes(quoted(name))
    );
    const wanted = uses.length === 1 && !isReadOtherwise ? contract.columns[uses[0]![0]]!.type : type;
    return {name, type: PARSED.has(wanted) ? wanted : type};
  });
}

/** Rows of a Parquet file; a row's line is its number. */
export function parquetRows({fileId, table}: BatchTable): SourceRows {
  const reader = `(select * exclude (file_row_number), file_row_number + 1 as source_line
    from read_parquet(${pathLiteral(table.file.path)}, file_row_number = true))`;
  const blanks = table.columns.every(({type}) => type === "varchar") ? "around" : "empty";
  return placed(reader, table.columns, table.name, fileId, "source_line", blanks);
}

function placed(
  reader: string,
  columns: readonly DescribedColumn[],
  name: string,
  fileId: number,
  line: string,
  blanks: Blanks
): SourceRows {
  const own = columns.map((column) => quoted(column.name));
  const place = [`${literal(name)} as source_file`, `${line} as source_line`, `${fileId} as file_id`];
  return {
    from: `(select ${[...own, ...place].join(", ")} from ${reader})`,
    columns,
    blanks,
    fileIds: new Map([[name, fileId]])
  };
}

/** Rows of spooled segments, all text. */
export function spooledRows({segments}: Spooled, wanted: readonly string[], tables: readonly BatchTable[]): SourceRows {
  const columns = wanted.map((name) => ({name, type: "varchar"}));
  const [tableIndex, line] = SPOOL.place;
  const declared = [
    `'${tableIndex}': 'integer'`,
    `'${line}': 'bigint'`,
    ...wanted.map((name) => `${literal(name)}: 'varchar'`)
  ];
  const paths = segments.map(pathLiteral).join(", ");
  const reader = `read_csv([${paths}], auto_detect = false, header = false, encoding = 'utf-8', new_line = '\\n', ${BUFFERING},
    delim = ${literal(SPOOL.delimiter)}, quote = ${literal(SPOOL.quote)}, escape = ${literal(SPOOL.quote)},
    columns = {${declared.join(", ")}})`;
  const names = tables.map(({table}) => literal(table.name)).join(", ");
  const ids = tables.map(({fileId}) => fileId).join(", ");
  const own = wanted.map(quoted);
  const place = [`[${names}][${tableIndex} + 1] as source_file`, line, `[${ids}][${tableIndex} + 1] as file_id`];
  return {
    from: `(select ${[...own, ...place].join(", ")} from ${reader})`,
    columns,
    blanks: "none",
    fileIds: new Map(tables.map(({table, fileId}) => [table.name, fileId]))
  };
}

/** Rows of several kinds together, a column that one lacks being null there. */
export function unitedRows(parts: readonly SourceRows[]): SourceRows {
  if (parts.length === 1) return parts[0]!;
  const columns = new Map(parts.flatMap((part) => part.columns.map(({name, type}) => [name, {name, type}])));
  return {
    from: `(${parts.map(({from}) => `select * from ${from}`).join(" union all by name ")})`,
    columns: [...columns.values()],
    blanks: parts.every(({blanks}) => blanks === "none") ? "none" : "around",
    fileIds: new Map(parts.flatMap(({fileIds}) => [...fileIds]))
  };
}

/** Forgets the lines rejected before. */
export async function clearRejects(engine: Engine): Promise<void> {
  for (const name of Object.values(REJECTS)) await engine.run(`drop table if exists ${identifier(name)}`);
}
