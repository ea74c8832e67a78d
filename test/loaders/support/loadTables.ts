import type {TableContract} from "#warehouse/contract.js";
import {identifier, type Engine} from "#warehouse/engine/engine.js";
import * as loading from "#warehouse/loading.js";

/** Makes the tables that loading keeps its books in, empty. */
export async function makeLoadTables(engine: Engine): Promise<void> {
  for (const {name, columns} of Object.values(loading)) {
    const typed = Object.entries(columns).map(([column, {type}]) => `${identifier(column)} ${type}`);
    await engine.run(`create table ${identifier(name)} (${typed.join(", ")})`);
  }
  await engine.run("create table stg_consented_extracts (extract varchar)");
}

/** Makes `stg_<extract>` of rows given as text by column; what a row lacks is null. */
export async function makeStaged(
  engine: Engine,
  {name, columns}: TableContract,
  rows: readonly Readonly<Record<string, string | number | boolean | null>>[]
): Promise<void> {
  const entries = Object.entries(columns);
  const typed = entries.map(([column, {type}]) => `${identifier(column)} ${type}`);
  await engine.run(`create or replace table ${identifier(`stg_${name}`)} (${typed.join(", ")})`);
  for (let start = 0; start < rows.length; start += 500) {
    const values = rows.slice(start, start + 500).map((row) => {
      for (const given of Object.keys(row)) if (!(given in columns)) throw new Error(`${name} has no ${given}`);
      return `(${entries.map(([column, {type}]) => said(row[column] ?? null, type)).join(", ")})`;
    });
    await engine.run(`insert into ${identifier(`stg_${name}`)} values ${values.join(", ")}`);
  }
}

function said(value: string | number | boolean | null, type: string): string {
  return value === null ? "null" : `cast('${String(value).replaceAll("'", "''")}' as ${type})`;
}
