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

/** What `sql` gives, in an order of its own: views promise none. */
export async function sorted(engine: Engine, sql: string): Promise<Record<string, unknown>[]> {
  return await rows(engine, `select * from (${sql}) order by all`);
}

/** Every table of the database with all that is in it, in the order in which it lies there, and every view. */
export async function contents(engine: Engine): Promise<Record<string, unknown>> {
  const tables = await rows(
    engine,
    "select table_name as name, table_type as type from information_schema.tables order by table_name"
  );
  const out: Record<string, unknown> = {};
  for (const {name, type} of tables) {
    const order = type === "VIEW" ? " order by all" : "";
    out[String(name)] = await rows(engine, `select * from "${String(name)}"${order}`);
  }
  return out;
}

/** What staging shows: every `stg_` table and view, in an order of its own. */
export async function staged(engine: Engine): Promise<Record<string, unknown>> {
  const tables = await rows(
    engine,
    "select table_name as name from information_schema.tables where starts_with(table_name, 'stg_') order by name"
  );
  const out: Record<string, unknown> = {};
  for (const {name} of tables) out[String(name)] = await sorted(engine, `select * from "${String(name)}"`);
  return out;
}
