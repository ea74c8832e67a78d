import {openDuckDB} from "#warehouse/engine/duckdb.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {defineMacros} from "#warehouse/macros/macros.js";

/** Gives `work` a database in memory with the macros, and closes it afterwards. */
export async function withEngine<T>(work: (engine: Engine) => Promise<T>, threads = 2): Promise<T> {
  const engine = await openDuckDB(":memory:", {threads});
  try {
    await defineMacros(engine);
    return await work(engine);
  } finally {
    engine.close();
  }
}
