import {rowsOf} from "#warehouse/engine/columns.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {UserError} from "#warehouse/engine/userError.js";
import {openBooks} from "../batches/tables.js";
import type {Source} from "../sources/contract.js";
import {pullDatabase, type Pulled, type PullProgress} from "./pullDatabase.js";

/**
 * Pulls what is new in the database of a source into a folder, as a delivery. Its watermarks are for `loadSource` to keep with what
 * it loads: a pull that is not loaded is pulled again.
 */
export async function pullSource(
  engine: Engine,
  source: Source,
  folder: string,
  options: {readonly signal?: AbortSignal; readonly onProgress?: (progress: PullProgress) => void} = {}
): Promise<Pulled> {
  const {database} = source;
  if (database === undefined || database === null) {
    throw new UserError(`source ${source.id} has no database; name the folder of its extracts with --from`);
  }
  await openBooks(engine);
  const kept = await engine.columns("select extract, watermark from load_watermarks order by extract");
  const watermarks = Object.fromEntries(
    rowsOf<{extract: string; watermark: string}>(kept).map(({extract, watermark}) => [extract, watermark])
  );
  const isTotalled = (extract: string, column: string): boolean => {
    const contract = source.extracts.find((candidate) => candidate.contract.name === extract);
    const type = contract?.mapping.kind === "same" ? contract.contract.columns[column]?.type : undefined;
    return type === "decimal(18,2)" || type === "integer" || type === "bigint";
  };
  return await pullDatabase(database, folder, {...options, watermarks, isTotalled});
}
