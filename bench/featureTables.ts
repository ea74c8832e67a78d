import {EXTRACTS} from "#loaders/contracts/index.js";
import {stageEntities} from "#loaders/entities/stageEntities.js";
import {openBooks} from "#loaders/batches/tables.js";
import {rawColumns} from "#loaders/raw/rawTable.js";
import type {Source} from "#loaders/sources/contract.js";
import {sourceOf} from "#loaders/source.js";
import {stageViews} from "#loaders/staging/views.js";
import {policiesInForce} from "#pipeline/policy/policy.js";
import {writeDefaultPolicy} from "#pipeline/steps/policies.js";
import type {TableContract} from "#warehouse/contract.js";
import {identifier, literal, type Engine} from "#warehouse/engine/engine.js";
import {defineMacros} from "#warehouse/macros/macros.js";
import {sqlTablesIn, type SqlTable} from "#warehouse/sqlTable.js";
import {MONTHS} from "./featureFiles.js";

const OBSERVED = "feat_observations";

/** The features that are measured, of statements and of account movements; every obligor is observed at every date. */
export async function measuredTables(): Promise<ReadonlyMap<string, SqlTable>> {
  const all = await sqlTablesIn(new URL("../warehouse/features/", import.meta.url));
  const own = [...all].filter(([name]) => /^feat_(statement|interim_statement|account_)/.test(name));
  const sql = `create or replace table ${OBSERVED} as
    select obligor_id, observation_date from (select distinct obligor_id from stg_obligors) cross join stg_calendar`;
  return new Map([[OBSERVED, {...all.get(OBSERVED)!, sql}], ...own]);
}

/** A warehouse as loading leaves it, with all but the facts of the last month. */
export async function makeWarehouse(engine: Engine, folder: string, obligors: number): Promise<void> {
  await defineMacros(engine);
  await openBooks(engine);
  await engine.run(`insert into raw_obligors by name
    select 'B' || lpad(cast(i as varchar), 7, '0') as obligor_id, date '2016-01-31' as valid_from,
      date '2016-01-31' as published_date, 1 as batch_id from range(${obligors}) as numbers(i)`);
  await addBatch(engine, folder, 1, `<= date '${MONTHS.before}'`, MONTHS.before);
}

/** The facts of the last month, and its observation date. */
export async function addMonth(engine: Engine, folder: string): Promise<void> {
  await defineMacros(engine);
  await addBatch(engine, folder, 2, `between date '${MONTHS.before}' + 1 and date '${MONTHS.last}'`, MONTHS.last);
}

async function addBatch(engine: Engine, folder: string, id: number, days: string, last: string): Promise<void> {
  for (const contract of EXTRACTS.filter(({name}) => FILES.includes(name))) {
    await engine.run(`insert into raw_${contract.name} select ${placed(contract, id)}
      from read_parquet(${literal(`${folder}/${contract.name}.parquet`)}) where ${identifier(String(contract.dates!.published))} ${days}`);
  }
  await engine.run(`insert into load_batches (batch_id, delivery_id, extract) values (${id}, ${id}, 'all')`);
  const demo = sourceOf("demo");
  const calendar = {...demo.calendar, first: MONTHS.first, last, dataEnd: last};
  const source: Source = {
    ...demo,
    calendar,
    consents: {basis: "synthetic", why: {en: "Made for this measure.", zh: "为测速而生成。"}}
  };
  await stageViews(engine, source);
  await stageEntities(engine);
  await writeDefaultPolicy(engine, policiesInForce("data/policy", "default", calendar));
}

export const FILES: readonly string[] = ["financial_statements", "account_transactions"];

function placed(contract: TableContract, batch: number): string {
  const place: Readonly<Record<string, string>> = {
    source_currency: "'CNY'",
    batch_id: String(batch),
    file_id: "1",
    source_line: "1"
  };
  return rawColumns(contract)
    .map((name) => (name in contract.columns ? identifier(name) : (place[name] ?? "null")))
    .join(", ");
}
