import {bigints, columnsFrom, numbersOf, varchars} from "#warehouse/engine/columns.js";
import {identifier, literal, type Engine} from "#warehouse/engine/engine.js";
import {rawLines} from "../formats/plain.js";
import {quoted} from "../mapping/sourceColumn.js";
import type {PlainReading, Reading} from "./land.js";
import type {SourceRows} from "./mappedRows.js";
import {splitRecord} from "./splitRecord.js";

/**
 * Rows of a reading as they were handed over: those at `lines`, a query of `file_id` and `source_line`, at most `limit`. The table
 * `suspect_lines` says which they are; of an adapter, whose SQL may join rows, all are given.
 */
export async function suspectRows(
  engine: Engine,
  reading: Reading,
  {lines, limit}: {readonly lines: string; readonly limit: number}
): Promise<SourceRows> {
  await engine.run(`create or replace temp table suspect_lines as
    select file_id, source_line from (${lines}) order by file_id, source_line limit ${limit}`);
  if (reading.kind === "adapted") return reading.rows;
  if (reading.kind === "plain") return await plainSuspects(engine, reading);
  const columns = reading.rows.columns.map(({name}) => quoted(name)).join(", ");
  await engine.run(`create or replace temp table suspect_rows as
    select ${columns}, source_file, source_line, file_id from ${reading.rows.from}
    semi join suspect_lines using (file_id, source_line)`);
  return {...reading.rows, from: "suspect_rows"};
}

/** SQL over a rejected line: whether it is no record of as many fields as the header has. */
export const IS_MALFORMED = "list_has_any(errors, ['TOO MANY COLUMNS', 'MISSING COLUMNS'])";

async function plainSuspects(engine: Engine, {tables: [{fileId, table}], marks}: PlainReading): Promise<SourceRows> {
  const wanted = numbersOf(
    await engine.columns("select source_line from suspect_lines order by source_line"),
    "source_line"
  );
  const texts = await rawLines(table.file.path, marks, [...wanted]);
  const records = [...wanted].map((line) => splitRecord(texts.get(line) ?? "", table.form!));
  const cells = table.columns.map((_, at) => varchars(records.map((record) => record[at] || null)));
  await engine.write(
    "landing_cells",
    columnsFrom({
      ...Object.fromEntries(cells.map((column, at) => [`c${at}`, column])),
      source_line: bigints([...wanted])
    })
  );
  const named = table.columns.map(({name}, at) => `c${at} as ${quoted(name)}`).join(", ");
  await engine.run(`create or replace temp table suspect_rows as
    select ${named}, ${literal(table.name)} as source_file, source_line, ${fileId} as file_id from landing_cells;
    drop table landing_cells`);
  return {
    from: "suspect_rows",
    columns: table.columns.map(({name}) => ({name, type: "varchar"})),
    blanks: "none",
    fileIds: new Map([[table.name, fileId]])
  };
}

/** Writes the table `landing_malformed` of `source_line` and `raw`: lines of a plain file that are no records, at most `limit`. */
export async function malformedLines(
  engine: Engine,
  {tables: [{table}], marks, rejects}: PlainReading,
  limit: number
): Promise<void> {
  const found = await engine.columns(
    `select line from ${identifier(rejects)} where ${IS_MALFORMED} order by line limit ${limit}`
  );
  const lines = [...numbersOf(found, "line")];
  const texts = lines.length === 0 ? new Map<number, string>() : await rawLines(table.file.path, marks, lines);
  await engine.write(
    "landing_malformed",
    columnsFrom({
      source_line: bigints(lines),
      raw: varchars(lines.map((line) => texts.get(line)?.slice(0, 4096) ?? null))
    })
  );
}
