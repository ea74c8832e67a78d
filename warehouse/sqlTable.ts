import {existsSync, readdirSync, readFileSync} from "node:fs";
import {basename, join} from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";
import type {ColumnContract, TableContract} from "./contract.js";
import {scalarAt, type Scalar} from "./engine/columns.js";
import {identifier, type Engine} from "./engine/engine.js";

/** A table that a `.sql` file makes, and what its contract beside it promises. */
export interface SqlTable {
  readonly contract: TableContract;
  /** What makes it, after the steps that it shares with others of its folder. */
  readonly sql: string;
}

/**
 * The SQL tables of one folder of the warehouse, by name: each `name.sql` with the contract in `name.ts`. A step in `steps/`, which makes a
 * temporary table once for several, stands before each table that names it.
 */
export async function sqlTablesIn(folder: URL): Promise<ReadonlyMap<string, SqlTable>> {
  const path = fileURLToPath(folder);
  const tables = new Map<string, SqlTable>();
  const steps = stepsIn(join(path, "steps"));
  for (const file of readdirSync(path).sort()) {
    if (!file.endsWith(".sql")) continue;
    const name = basename(file, ".sql");
    const module = (await import(pathToFileURL(join(path, `${name}.ts`)).href)) as Record<string, TableContract>;
    const contract = Object.values(module).find((value) => value.name === name);
    if (contract === undefined) throw new Error(`${name}.ts must export the contract of ${name}`);
    const own = readFileSync(join(path, file), "utf8");
    const shared = steps.filter((step) => new RegExp(`\\b${step.name}\\b`).test(own));
    tables.set(name, {contract, sql: [...shared.map(({sql}) => sql), own].join("\n")});
  }
  return tables;
}

function stepsIn(folder: string): {name: string; sql: string}[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith(".sql"));
  return files.sort().map((file) => ({name: basename(file, ".sql"), sql: readFileSync(join(folder, file), "utf8")}));
}

/**
 * Makes a table from its SQL and holds it to its contract: names, types, order of columns, no nulls
 * where none are promised, one row for each key. Returns its row count.
 */
export async function buildTable(engine: Engine, {contract, sql}: SqlTable): Promise<number> {
  await engine.run(sql);
  return await heldToContract(engine, contract);
}

/** Throws an error that names the table, the rule and an offending row when a table breaks its contract. */
export async function heldToContract(engine: Engine, contract: TableContract): Promise<number> {
  const table = identifier(contract.name);
  const found = (await engine.describe(`select * from ${table}`)).map(({name, type}) => `${name} ${type}`);
  const promised = Object.entries(contract.columns).map(([name, {type}]) => `${name} ${type}`);
  if (found.join() !== promised.join()) {
    const wrong = promised.find((column, index) => column !== found[index]) ?? found[promised.length];
    throw new Error(`${contract.name}: the contract says ${wrong}; the table has ${found.join(", ")}`);
  }
  const nullCounts = Object.entries(contract.columns)
    .filter(([, column]: [string, ColumnContract]) => !column.nullable)
    .map(([name]) => `count(*) - count(${identifier(name)}) as ${identifier(name)}`);
  const key = contract.grain.map(identifier).join(", ");
  const counted = await engine.columns(`select ${["count(*) as row_count", ...nullCounts].join(", ")} from ${table}`);
  for (const [name, column] of counted.byName) {
    const value: Scalar = scalarAt(column, 0);
    if (name !== "row_count" && Number(value) > 0) {
      throw new Error(`${contract.name}.${name}: ${value} rows have no value, and the contract allows none`);
    }
  }
  const repeated = await engine.columns(`select ${key} from ${table} group by ${key} having count(*) > 1 limit 1`);
  if (repeated.rowCount > 0) {
    const values = [...repeated.byName].map(([name, column]) => `${name} ${scalarAt(column, 0)}`);
    throw new Error(`${contract.name}: more than one row for ${values.join(", ")}`);
  }
  return Number(scalarAt(counted.byName.get("row_count")!, 0));
}
