import {basename} from "node:path";
import {UserError} from "#warehouse/engine/userError.js";
import {defineMacros} from "#warehouse/macros/macros.js";
import {sqlTablesIn} from "#warehouse/sqlTable.js";
import {bringUpToDate} from "../../features/build.js";
import type {Progress} from "../../progress.js";
import {withWarehouse} from "../../quarantine/warehouse.js";
import type {Settings} from "../../settings/settings.js";

const FEATURES = new URL("../../../warehouse/features/", import.meta.url);

interface RenewRequest {
  readonly sourceId: string;
  readonly settings: Settings;
  readonly progress: Progress;
}

/**
 * Builds the feature tables whose SQL was saved, as the next run would. Throws a UserError where a contract was: contracts are read
 * when the lab starts.
 */
export async function renewFeatures(
  {sourceId, settings, progress}: RenewRequest,
  saved: readonly string[]
): Promise<void> {
  const contract = saved.find((file) => file.endsWith(".ts"));
  if (contract !== undefined) {
    throw new UserError(`${basename(contract)}: contracts are read when the lab starts; stop it and start it again`);
  }
  const isWritten = true;
  await withWarehouse(
    {sourceId, settings},
    async (engine) => {
      await defineMacros(engine);
      await bringUpToDate(engine, await sqlTablesIn(FEATURES), progress.line);
    },
    isWritten
  );
}
