import {sqlTablesIn} from "#warehouse/sqlTable.js";
import type {RunContext} from "../context.js";
import {bringUpToDate} from "../features/build.js";

const FEATURES = new URL("../../warehouse/features/", import.meta.url);

/** Builds the feature tables: all of them at first, later what changed facts, new months or other definitions move. */
export async function buildFeatures({engine, progress, record}: RunContext): Promise<void> {
  const built = await bringUpToDate(engine, await sqlTablesIn(FEATURES), progress.line);
  for (const {name, rows} of built) record.add("features", name, rows);
}
