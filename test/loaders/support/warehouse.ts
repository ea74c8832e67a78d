import {rowsOf} from "#warehouse/engine/columns.js";
import {openDuckDB} from "#warehouse/engine/duckdb.js";
import type {Engine} from "#warehouse/engine/engine.js";

/** Runs `work` on a database in memory and closes it. */
export async function inMemory<T>(work: (engine: Engine) => Promise<T>, threads = 2): Promise<T> {
  const engine = await openDuckDB(":memory:", {threads});
  try {
    return await work(engine);
  } finally {
    engine.close();
  }
}

export async function rows(engine: Engine, sql: string): Promise<Record<string, unknown>[]> {
  return rowsOf(await engine.columns(sql));
}

/** Every table of the database with all that is in it, in the order in which it lies there. */
export async function contents(engine: Engine): Promise<Record<string, unknown>> {
  const tables = await rows(engine, "select table_name from information_schema.tables order by table_name");
  const out: Record<string, unknown> = {};
  for (const {table_name: name} of tables) out[String(name)] = await rows(engine, `select * from "${String(name)}"`);
  return out;
}
