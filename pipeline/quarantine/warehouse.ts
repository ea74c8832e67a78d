import {existsSync} from "node:fs";
import {join} from "node:path";
import {sourceOf, type Source} from "#loaders/source.js";
import {openDuckDB} from "#warehouse/engine/duckdb.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {UserError} from "#warehouse/engine/userError.js";
import {stateFolderOf} from "../stateFolder.js";
import type {Settings} from "../settings/settings.js";

export interface WarehouseRequest {
  /** Id of the source, or the file that describes it. */
  readonly sourceId: string;
  readonly settings: Settings;
}

/**
 * Gives `work` the warehouse of a source, open for reading only unless `isWritten`. Throws a UserError where nothing was loaded
 * yet, or where an earlier version made the warehouse.
 */
export async function withWarehouse<T>(
  {sourceId, settings}: WarehouseRequest,
  work: (engine: Engine, source: Source) => Promise<T>,
  isWritten = false
): Promise<T> {
  const source = sourceOf(sourceId);
  const path = join(stateFolderOf(settings, source), "warehouse.duckdb");
  const first = `run "loanscape load --source ${sourceId}" first`;
  if (!existsSync(path)) throw new UserError(`${path}: nothing of ${source.id} has been loaded yet; ${first}`);
  const engine = await openDuckDB(path, {
    threads: settings.threads,
    memoryLimit: settings.memory_limit,
    readOnly: !isWritten
  });
  try {
    const found = await engine.columns(
      "select 1 as one from information_schema.columns where table_name = 'quarantine' and column_name = 'replayed_in'"
    );
    if (found.rowCount === 0) throw new UserError(`${path}: holds no quarantine yet; ${first}`);
    const batches = await engine.columns(
      "(select 1 as one from load_batches limit 1) union all (select 1 from quarantine limit 1)"
    );
    if (batches.rowCount === 0) throw new UserError(`${path}: nothing of ${source.id} has been loaded yet; ${first}`);
    return await work(engine, source);
  } finally {
    engine.close();
  }
}
