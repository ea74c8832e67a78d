import {EXTRACTS} from "#loaders/contracts/index.js";
import {policiesInForce, type PolicyInForce} from "#pipeline/policy/policy.js";
import {writeDefaultPolicy} from "#pipeline/steps/policies.js";
import type {ColumnContract, TableContract} from "#warehouse/contract.js";
import {identifier, literal, type Engine} from "#warehouse/engine/engine.js";

type Value = string | number | boolean | null;
export type StagedRow = Readonly<Record<string, Value>>;

export interface StagedBank {
  /** Rows by extract; columns left out are null where they may be, else zero, false, a first code or a first day. */
  readonly rows: Readonly<Record<string, readonly StagedRow[]>>;
  readonly observationDates: readonly string[];
  readonly dataEnd: string;
  readonly hasDatedDefaults?: boolean;
  /** Versions of the default policy; the shipped one where none is given. */
  readonly policies?: readonly PolicyInForce<"default">[];
}

/** Writes every `stg_` table as loading would leave it. */
export async function stageBank(
  engine: Engine,
  {rows, observationDates, dataEnd, hasDatedDefaults = true, policies}: StagedBank
): Promise<void> {
  for (const contract of EXTRACTS) {
    const columns = Object.entries(contract.columns).map(([name, {type}]) => `${identifier(name)} ${type}`);
    await engine.run(`create or replace table stg_${contract.name} (${columns.join(", ")})`);
    for (const row of rows[contract.name] ?? []) await insert(engine, contract, row);
  }
  const days = observationDates.map((day) => `(date ${literal(day)})`).join(", ");
  await engine.run(`create or replace table stg_calendar as select * from (values ${days}) t(observation_date)`);
  await engine.run(
    `create or replace table stg_source as select 'test' as source_id, date ${literal(dataEnd)} as data_end, ${hasDatedDefaults} as has_dated_defaults`
  );
  const dates = {first: observationDates[0]!, last: observationDates.at(-1)!};
  await writeDefaultPolicy(engine, policies ?? policiesInForce("data/policy", "default", dates));
  await engine.run(
    "create or replace table stg_outcome_coverage as select distinct obligor_id, true as is_known from stg_obligors"
  );
}

/** Adds one row to a staged extract. */
export async function insert(engine: Engine, contract: TableContract, row: StagedRow): Promise<void> {
  const unknown = Object.keys(row).filter((name) => contract.columns[name] === undefined);
  if (unknown.length > 0) throw new Error(`${contract.name} has no column ${unknown.join(", ")}`);
  const full = {...firstDays(contract, row), ...row};
  const values = Object.entries(contract.columns).map(([name, column]) => sqlValue(full[name], column));
  await engine.run(`insert into stg_${contract.name} values (${values.join(", ")})`);
}

/**
 * Terms of a facility hold from its first day and are known on it, and what was valued or earned is known on its day, where nothing else is said.
 */
function firstDays({name, dates}: TableContract, row: StagedRow): StagedRow {
  const {start_date: start, valid_from: from = start} = row;
  if (name === "facilities") return from === undefined ? {} : {valid_from: from, published_date: from};
  const day = name === "collateral" || name === "relationship_income" ? row[dates!.event] : undefined;
  return day === undefined ? {} : {published_date: day};
}

function sqlValue(value: Value | undefined, {type, nullable, allowed}: ColumnContract): string {
  if (value === null || (value === undefined && nullable)) return "null";
  const filled = value ?? allowed?.[0] ?? {varchar: "x", date: "2000-01-01", boolean: false}[type as string] ?? 0;
  return typeof filled === "string" ? `cast(${literal(filled)} as ${type})` : String(filled);
}
