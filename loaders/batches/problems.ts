import type {TableContract} from "#warehouse/contract.js";
import {identifier, literal, type Engine} from "#warehouse/engine/engine.js";
import {saidColumn} from "../staging/checks.js";
import type {Batch, Setting} from "./batch.js";
import {hasRows} from "./hasRows.js";
import {insertRows} from "./insertRows.js";
import type {PlainReading, Reading} from "./land.js";
import {withLines} from "./lines.js";
import {failing, typedRows, type SourceRows} from "./mappedRows.js";
import {IS_MALFORMED, malformedLines, suspectRows} from "./suspects.js";

const LOOKED_AT = 200_000;

/** So many rows that break a rule are looked at again: where there are more, the load stops at its limit, a share of the rows. */
export function mostLookedAt(rows: number, limit: number): number {
  return Math.max(LOOKED_AT, Math.floor(limit * rows) + 1);
}

/** Opens the list of the rows of a delivery that will not load. */
export async function openFound(engine: Engine): Promise<void> {
  await engine.run(`create or replace temp table found (batch_id integer, extract varchar, file_id integer, source_line bigint,
    column_name varchar, value varchar, rule varchar, event_date date, raw varchar)`);
}

/** Lands the lines that the engine's own reading refused: read as text, behind the others, with what can be read of them. */
export async function landRefused(
  engine: Engine,
  batch: Batch,
  readings: readonly Reading[],
  setting: Setting,
  most: number
): Promise<void> {
  for (const reading of readings) {
    if (reading.kind !== "plain" || !(await hasRows(engine, refusedLines(reading.rejects)))) continue;
    const refused = await suspectRows(engine, reading, {lines: refusedPlaces(reading), limit: most});
    await insertRows(engine, batch, refused, setting);
  }
}

/**
 * Puts the rows of a batch that will not load on the list, those that break a rule by themselves and those in `clashes`: with column,
 * value, rule and the row as it was handed over. Where there is any, its file is read once more.
 */
export async function listProblems(
  engine: Engine,
  batch: Batch,
  readings: readonly Reading[],
  setting: Setting,
  most: number
): Promise<void> {
  const {contract, id} = batch;
  await engine.run(`create or replace temp table clash_raw (file_id integer, source_line bigint, raw varchar)`);
  for (const reading of readings) {
    await listDefects(engine, batch, reading, most);
    const problems = problemPlaces(contract, reading);
    if (!(await hasRows(engine, problems))) continue;
    const suspects = await suspectRows(engine, reading, {lines: problems, limit: most});
    await listFailures(engine, batch, suspects, setting);
    const {sql} = await typedRows(engine, contract, batch.extract.mapping, suspects, setting, {withRaw: true});
    await engine.run(
      `insert into clash_raw select file_id, source_line, raw from (${sql}) semi join suspect_lines using (file_id, source_line)`
    );
  }
  await engine.run(`insert into found
    select ${id}, ${literal(contract.name)}, file_id, source_line, column_name, value, rule, event_date, raw
    from clashes left join clash_raw using (file_id, source_line)`);
}

function problemPlaces(contract: TableContract, {tables}: Reading): string {
  const ids = tables.map(({fileId}) => fileId).join(", ");
  const landed = withLines(contract, `outcome is not null and outcome <> 'duplicate' and file_id in (${ids})`);
  return `select file_id, source_line from (${landed})`;
}

function refusedPlaces({tables, rejects}: PlainReading): string {
  return `select ${tables[0].fileId} as file_id, line as source_line from (${refusedLines(rejects)})`;
}

function refusedLines(rejects: string): string {
  return `select line from ${identifier(rejects)} where not ${IS_MALFORMED}`;
}

/** What makes no record of its table. */
async function listDefects(engine: Engine, {id, contract}: Batch, reading: Reading, most: number): Promise<void> {
  if (reading.kind === "plain") {
    const [table] = reading.tables;
    await malformedLines(engine, reading, most);
    await engine.run(`insert into found
      select ${id}, ${literal(contract.name)}, ${table.fileId}, source_line, null, raw, 'wrong_field_count', null, null
      from landing_malformed;
      drop table landing_malformed`);
    return;
  }
  const defects = reading.spooled?.defects ?? null;
  if (defects === null) return;
  const text = reading.tables.filter(({table}) => table.format !== "parquet");
  const ids = text.map(({fileId}) => fileId).join(", ");
  await engine.run(`insert into found
    select ${id}, ${literal(contract.name)}, [${ids}]["table" + 1], line, null, raw, rule, null, null
    from read_json(${literal(defects)}, format = 'newline_delimited', columns = {"table": 'integer', line: 'bigint',
      firstByte: 'bigint', endByte: 'bigint', rule: 'varchar', raw: 'varchar'})`);
}

/** The engine's calendar goes further, to infinity; no other does. */
const SHOWN_DAYS = "date '0001-01-01' and date '9999-12-31'";

/** Puts those of some rows that break a rule by themselves on the list, each under the first. */
export async function listFailures(
  engine: Engine,
  {id, contract, extract: {mapping}}: Batch,
  rows: SourceRows,
  setting: Setting
): Promise<void> {
  const {sql, checks} = await typedRows(engine, contract, mapping, rows, setting, {withRaw: true});
  const pick = (of: (at: number) => string) => checks.map((_, at) => `when ${at} then ${of(at)}`).join(" ");
  const event = contract.dates === undefined ? "cast(null as date)" : identifier(contract.dates.event);
  await engine.run(`insert into found
    select ${id}, ${literal(contract.name)}, file_id, source_line,
      case failing ${pick((at) => literal(checks[at]!.column))} end,
      case failing ${pick((at) => `cast(${saidColumn(checks[at]!.column)} as varchar)`)} end,
      case failing ${pick((at) => literal(checks[at]!.rule))} end,
      case when ${event} between ${SHOWN_DAYS} then ${event} end, raw
    from (select *, ${failing(checks)} as failing from (${sql}))
    where failing is not null`);
}
