import type {TableContract} from "#warehouse/contract.js";
import {identifier, literal, type Engine} from "#warehouse/engine/engine.js";
import {IN_FORCE, landingTable} from "../raw/rawTable.js";
import type {Batch} from "./batch.js";
import {endingOf} from "./earlier.js";
import {hasRows} from "./hasRows.js";
import {withLines} from "./lines.js";

/**
 * Gives an outcome to the rows of a batch that clash with others: with a parent that is not there, a currency that has no rate, or a
 * row before them under the same key. They are in the table `clashes` with column, value and rule, as the list has them.
 *
 * Parents must have landed or be loaded before. Files count in their order, rows in the file's. In a full delivery the first row of
 * a key counts; in an increment the first of each file does, and one that says something else than the file before supersedes its row.
 */
export async function findClashes(
  engine: Engine,
  {contract, id}: Pick<Batch, "contract" | "id">,
  currency: string,
  delivery: "full" | "increment"
): Promise<void> {
  await engine.run(`create or replace temp table clashes (file_id integer, source_line bigint, column_name varchar, value varchar,
    rule varchar, event_date date)`);
  await findOrphans(engine, contract);
  await findUnconverted(engine, contract, currency);
  await findRepeats(engine, contract, id, delivery);
}

async function findOrphans(engine: Engine, contract: TableContract): Promise<void> {
  const table = identifier(landingTable(contract));
  for (const [name, column] of Object.entries(contract.columns)) {
    if (column.references === undefined) continue;
    const [parent, key] = column.references.split(".") as [string, string];
    const child = identifier(name);
    await engine.run(`create or replace temp table parents as ${await known(engine, parent, [key])};
      create or replace temp table orphans as
        select distinct ${child} as key from ${table} where outcome is null and ${child} is not null;
      create or replace temp table orphans as
        select orphans.key from orphans anti join parents on parents.${identifier(key)} = orphans.key`);
    if (await isEmpty(engine, "orphans")) continue;
    await mark(
      engine,
      contract,
      `select children.rowid as row, ${literal(name)} as column_name, children.${child} as value,
          'unknown_reference' as rule
        from ${table} as children semi join orphans on orphans.key = children.${child}
        where children.outcome is null`
    );
  }
}

/** A row in a currency for which no rate is known by the day it is about. */
async function findUnconverted(engine: Engine, contract: TableContract, currency: string): Promise<void> {
  if (contract.dates === undefined) return;
  const foreign = `outcome is null and source_currency <> ${literal(currency)}`;
  if (!(await hasRows(engine, `select 1 from ${identifier(landingTable(contract))} where ${foreign}`))) return;
  const rates = await known(engine, "fx_rates", ["currency", "rate_date"]);
  await engine.run(`create or replace temp table first_rates as
    select currency, min(rate_date) as first_date from (${rates}) group by currency`);
  await mark(
    engine,
    contract,
    `select amounts.rowid as row, 'source_currency' as column_name, amounts.source_currency as value,
        'no_exchange_rate' as rule
      from ${identifier(landingTable(contract))} as amounts
      left join first_rates on first_rates.currency = amounts.source_currency
      where amounts.outcome is null and amounts.source_currency <> ${literal(currency)}
        and coalesce(first_rates.first_date > amounts.${identifier(contract.dates.event)}, true)`
  );
}

const MOST_NEIGHBOURS = 100_000;

/** Only the rows of keys that repeat are compared: they are few, and the extract may have millions. */
async function findRepeats(
  engine: Engine,
  contract: TableContract,
  batchId: number,
  delivery: "full" | "increment"
): Promise<void> {
  const key = contract.grain.map(identifier).join(", ");
  await writeRepeated(engine, contract);
  if (!(await isEmpty(engine, "repeated"))) {
    await mark(engine, contract, repeatsWithin(contract, delivery === "full" ? key : `${key}, file_id`));
    if (delivery === "increment") await findLaterWords(engine, contract, batchId);
  }
  await engine.run("drop table repeated");
}

/**
 * Writes the keys that repeat to `repeated`. Most systems export in the order of their keys, and then a key repeats the one before it:
 * comparing neighbours costs a third of grouping.
 */
async function writeRepeated(engine: Engine, contract: TableContract): Promise<void> {
  const table = identifier(landingTable(contract));
  const names = contract.grain.map(identifier);
  const key = names.join(", ");
  const isPacked = names.length > 1; // a bare column compares twice as fast
  const packed = isPacked ? `struct_pack(${names.map((name) => `${name} := ${name}`).join(", ")})` : key;
  await engine.run(`create or replace temp table neighbours as
    select key, key < before as is_backward
    from (select ${packed} as key, lag(${packed}) over () as before from ${table} where outcome is null)
    where key <= before
    limit ${MOST_NEIGHBOURS}`);
  const isUnordered = `select 1 from neighbours having bool_or(is_backward) or count(*) = ${MOST_NEIGHBOURS}`;
  const repeated = (await hasRows(engine, isUnordered))
    ? `select ${key} from ${table} where outcome is null group by ${key} having count(*) > 1`
    : `select distinct ${isPacked ? "key.*" : `key as ${key}`} from neighbours`;
  await engine.run(`create or replace temp table repeated as ${repeated};
    drop table neighbours`);
}

/** Rows behind the first of their kind: `duplicate` where all columns are equal to its, else `key_conflict`. */
function repeatsWithin(contract: TableContract, kind: string): string {
  return `select row, ${keyName(contract)} as column_name, key_value as value,
      case when is_equal then 'duplicate' else 'key_conflict' end as rule
    from (
      select row, key_value, row_number() over places as place,
        said is not distinct from first_value(said) over places as is_equal
      from (${repeatedRows(contract)})
      window places as (partition by ${kind} order by file_id, source_line, row)
    )
    where place > 1`;
}

/** Compares the rows of a key, one of each file: an equal one is a `duplicate` of that before it, another supersedes it. */
async function findLaterWords(engine: Engine, contract: TableContract, batchId: number): Promise<void> {
  const table = identifier(landingTable(contract));
  const key = contract.grain.map(identifier).join(", ");
  await engine.run(`create or replace temp table words as
    select ${key}, row, key_value, file_id,
      said is not distinct from lag(said) over (partition by ${key} order by file_id) as is_repeat
    from (${repeatedRows(contract)})`);
  await mark(
    engine,
    contract,
    `select row, ${keyName(contract)} as column_name, key_value as value, 'duplicate' as rule from words where is_repeat`
  );
  await engine.run(`create or replace temp table versions as
    select ${key}, version, arg_min(row, file_id) as row, min(file_id) as file_id, max(file_id) as said_in
    from (
      select *, count(*) filter (not is_repeat) over (partition by ${key} order by file_id) as version from words
    )
    group by ${key}, version;

    update ${table} set superseded_by = marked.superseded_by, affirmed_in = marked.affirmed_in
    from (
      select row, case when said_in > file_id then said_in end as affirmed_in,
        case when version < max(version) over (partition by ${key}) then ${batchId} end as superseded_by
      from versions
    ) as marked
    where ${table}.rowid = marked.row and coalesce(marked.superseded_by, marked.affirmed_in) is not null;

    drop table versions;
    drop table words`);
}

/** Rows of `repeated` keys with their lines and, as `said`, all that they say. */
function repeatedRows(contract: TableContract): string {
  const names = contract.grain.map(identifier);
  const key = names.join(", ");
  const columns = [...Object.keys(contract.columns), "source_currency"].map((name) => `landed.${identifier(name)}`);
  return withLines(contract, `outcome is null and (${key}) in (select ${key} from repeated)`, [
    ...names.map((name) => `landed.${name}`),
    `concat_ws(', ', ${names.map((name) => `landed.${name}`).join(", ")}) as key_value`,
    `row(${columns.join(", ")}) as said`
  ]);
}

function keyName({grain}: TableContract): string {
  return literal(grain.join(", "));
}

/** Gives the rows of a query (row, column_name, value, rule) their outcome, and lists them with their lines. */
async function mark(engine: Engine, contract: TableContract, query: string): Promise<void> {
  await engine.run(`create or replace temp table clashing as ${query}`);
  if (await isEmpty(engine, "clashing")) return;
  const table = identifier(landingTable(contract));
  const event = contract.dates === undefined ? "cast(null as date)" : identifier(contract.dates.event);
  const lined = withLines(contract, "rowid in (select row from clashing)", [`${event} as event_date`]);
  await engine.run(`insert into clashes
    select file_id, source_line, column_name, value, rule, event_date from (${lined}) join clashing using (row);
    update ${table} set outcome = clashing.rule from clashing where ${table}.rowid = clashing.row`);
}

/** Rows of a parent that are in force and will not end with this delivery, or wait to be in force. */
async function known(engine: Engine, extract: string, columns: readonly string[]): Promise<string> {
  const selected = columns.map(identifier).join(", ");
  const ending = endingOf(extract);
  const stays = (await isThere(engine, ending)) ? ` and rowid not in (select row from ${identifier(ending)})` : "";
  const selects = [`select ${selected} from ${identifier(`raw_${extract}`)} where ${IN_FORCE}${stays}`];
  if (await isThere(engine, `landing_${extract}`)) {
    selects.push(`select ${selected} from ${identifier(`landing_${extract}`)} where outcome is null`);
  }
  return selects.join(" union ");
}

async function isThere(engine: Engine, table: string): Promise<boolean> {
  return await hasRows(engine, `select 1 from information_schema.tables where table_name = ${literal(table)}`);
}

async function isEmpty(engine: Engine, table: string): Promise<boolean> {
  return !(await hasRows(engine, `select 1 from ${identifier(table)}`));
}
