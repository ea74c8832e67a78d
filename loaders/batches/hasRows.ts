import type {Engine, Parameters} from "#warehouse/engine/engine.js";

/** Whether a query gives any row. */
export async function hasRows(engine: Engine, query: string, parameters?: Parameters): Promise<boolean> {
  return (await engine.columns(`select 1 as one from (${query}) limit 1`, parameters)).rowCount > 0;
}
