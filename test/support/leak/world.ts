import {EXTRACTS} from "#loaders/contracts/index.js";
import {stageEntities} from "#loaders/entities/stageEntities.js";
import type {TableContract} from "#warehouse/contract.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {featureColumns} from "#warehouse/feature.js";
import {openFrame} from "#warehouse/featureFrame.js";
import type {SqlTable} from "#warehouse/sqlTable.js";
import {featureTables, rowsIn} from "../features.js";
import {insert, stageBank, type StagedRow} from "../stagedBank.js";
import {leakBank} from "./bank.js";
import {EARLIER, LATER, OBSERVED} from "./dates.js";

/** Obligors and dates whose features are compared. */
export const PAIRS: readonly (readonly [string, string])[] = [
  ["A", EARLIER],
  ["A", OBSERVED],
  ["A", LATER],
  ["B", OBSERVED]
];

/** What one extract holds instead: other values, no rows, or more rows. */
export interface Change {
  readonly extract: string;
  readonly isEmptied?: boolean;
  /** An update of the rows that were there: `set ... where ...`. */
  readonly update?: string;
  readonly rows?: readonly StagedRow[];
}

/** The rows of feature tables, in the order of their keys. */
export type Features = ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]>;

export interface Move {
  readonly table: string;
  readonly column: string;
  readonly observationDate: string;
}

/** Feature tables that tell something; the observations are only what they are told of. */
export const tellingTables: ReadonlyMap<string, SqlTable> = new Map(
  [...featureTables].filter(([name]) => name !== "feat_observations")
);

/** Every feature with what its contract says of it. */
export const everyFeature = [...tellingTables].flatMap(([table, {contract}]) =>
  featureColumns(contract.columns).map((found) => ({table, ...found}))
);

export function extractOf(name: string): TableContract {
  return EXTRACTS.find((contract) => contract.name === name)!;
}

/** The staged extracts that a table reads. */
export function readBy({sql}: SqlTable): string[] {
  const read = new Set([...sql.replace(/--.*$/gm, "").matchAll(/\bstg_(\w+)/g)].map((match) => match[1]!));
  return EXTRACTS.map(({name}) => name).filter((name) => read.has(name));
}

/** The names of the tables that read an extract. */
export function readersOf(extract: string): string[] {
  return [...tellingTables].filter(([, table]) => readBy(table).includes(extract)).map(([name]) => name);
}

/** Stages the bank of the leak tests, and keeps a copy of each extract to come back to. */
export async function openLeakWorld(engine: Engine): Promise<void> {
  await stageBank(engine, leakBank);
  for (const {name} of EXTRACTS) await engine.run(`create table kept_${name} as select * from stg_${name}`);
  const pairs = PAIRS.map(([obligor, date]) => `('${obligor}', date '${date}')`).join(", ");
  await openFrame(engine, `select * from (values ${pairs}) t(obligor_id, observation_date)`);
}

/** The features of some tables as they are after a change, which is then taken back. */
export async function featuresWith(engine: Engine, tables: readonly string[], change?: Change): Promise<Features> {
  if (change !== undefined) await apply(engine, change);
  if (tables.some((name) => /\bstg_(counterparties|connected_groups)\b/.test(tellingTables.get(name)!.sql))) {
    await stageEntities(engine);
  }
  const built = new Map<string, Readonly<Record<string, unknown>>[]>();
  for (const name of tables) {
    const table = tellingTables.get(name)!;
    await build(engine, table);
    built.set(name, await rowsIn(engine, table));
  }
  if (change !== undefined) await restore(engine, change.extract);
  return built;
}

/** Makes a feature table of what is staged; an error names the table. */
export async function build(engine: Engine, {contract, sql}: SqlTable): Promise<void> {
  try {
    await engine.run(sql);
  } catch (error) {
    throw new Error(`${contract.name}.sql: ${String(error)}`, {cause: error});
  }
}

async function apply(engine: Engine, {extract, isEmptied, update, rows}: Change): Promise<void> {
  if (isEmptied === true) await engine.run(`delete from stg_${extract}`);
  if (update !== undefined) await engine.run(`update stg_${extract} ${update}`);
  for (const row of rows ?? []) await insert(engine, extractOf(extract), row);
}

async function restore(engine: Engine, extract: string): Promise<void> {
  await engine.run(`create or replace table stg_${extract} as select * from kept_${extract}`);
}

/** Every cell that differs, of the tables that both have. */
export function moves(before: Features, after: Features): Move[] {
  return [...after].flatMap(([table, rows]) => {
    const earlier = before.get(table)!;
    if (rows.length !== earlier.length) return [{table, column: "(number of rows)", observationDate: EARLIER}];
    return rows.flatMap((row, index) =>
      Object.keys(row)
        .filter((column) => !Object.is(row[column], earlier[index]![column]))
        .map((column) => ({table, column, observationDate: String(row["observation_date"])}))
    );
  });
}

/** Each moved column once, as `table.column`. */
export function columnsMoved(found: readonly Move[]): string[] {
  return [...new Set(found.map(({table, column}) => `${table}.${column}`))];
}

/** The features of some tables that name an extract, as `table.column`. */
export function naming(extract: string, tables: readonly string[]): string[] {
  return everyFeature
    .filter(({table, feature}) => tables.includes(table) && feature.from.includes(extract))
    .map(({table, name}) => `${table}.${name}`);
}
