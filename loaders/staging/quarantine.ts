import {rowsOf} from "#warehouse/engine/columns.js";
import {literal, type Engine} from "#warehouse/engine/engine.js";
import {saidColumn} from "./checks.js";
import type {Check} from "./rules.js";

/** Rows that will not load, as they are found; `quarantine` is made of it in the end. */
export async function openQuarantine(engine: Engine): Promise<void> {
  await engine.run(`create or replace temp table found
    (extract varchar, source_file varchar, source_line bigint, column_name varchar, value varchar, rule varchar)`);
}

/** Puts the rows that fail a check on the list, each under the first check that it fails. */
export async function findFailures(engine: Engine, extract: string, checks: readonly Check[]): Promise<void> {
  if (checks.length === 0) return;
  const cases = checks.map(({fails}, at) => `when ${fails} then ${at}`).join("\n      ");
  const pick = (of: (check: Check) => string) => checks.map((check, at) => `when ${at} then ${of(check)}`).join(" ");
  await engine.run(`
    insert into found
    select ${literal(extract)}, source_file, source_line,
      case failing ${pick(({column}) => literal(column))} end,
      case failing ${pick(({column}) => `cast(${saidColumn(column)} as varchar)`)} end,
      case failing ${pick(({rule}) => literal(rule))} end
    from (select *, case
      ${cases}
    end as failing from read_rows)
    where failing is not null`);
}

/** SQL that holds for the rows of `alias` that are not on the list. */
export function notFound(extract: string, alias: string): string {
  return `not exists (select 1 from found where found.extract = ${literal(extract)}
    and found.source_file = ${alias}.source_file and found.source_line = ${alias}.source_line)`;
}

/** How many rows of an extract are on the list: repeats of a loaded row, and rows that broke a rule. */
export async function foundCounts(engine: Engine, extract: string): Promise<{duplicates: number; quarantined: number}> {
  const counted = await engine.columns(`
    select count(*) filter (rule = 'duplicate') as duplicates, count(*) filter (rule <> 'duplicate') as quarantined
    from found where extract = ${literal(extract)}`);
  const row = rowsOf(counted)[0]!;
  return {duplicates: Number(row["duplicates"]), quarantined: Number(row["quarantined"])};
}

/** Writes `quarantine`, ordered as the files are. */
export async function closeQuarantine(engine: Engine, extracts: readonly string[]): Promise<void> {
  const order = extracts.map(literal).join(", ");
  await engine.run(`
    create or replace table quarantine as
    select extract, source_file, source_line, column_name, value, rule
    from found
    order by list_position([${order}], extract), source_file, source_line;
    drop table found`);
}
