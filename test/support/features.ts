import {TARGETS_IN_ORDER} from "#pipeline/steps/targets.js";
import {rowsOf} from "#warehouse/engine/columns.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {openFrame} from "#warehouse/featureFrame.js";
import {buildTable, sqlTablesIn, type SqlTable} from "#warehouse/sqlTable.js";

export const featureTables = await sqlTablesIn(new URL("../../warehouse/features/", import.meta.url));
export const targetTables = await sqlTablesIn(new URL("../../warehouse/targets/", import.meta.url));

/** Builds the frame and then every other feature table. */
export async function buildAllFeatures(engine: Engine): Promise<void> {
  await buildTable(engine, featureTables.get("feat_observations")!);
  await openFrame(engine, "select obligor_id, observation_date from feat_observations");
  for (const [name, table] of featureTables) {
    if (name !== "feat_observations") await buildTable(engine, table);
  }
}

/** Builds every target table. */
export async function buildAllTargets(engine: Engine): Promise<void> {
  for (const name of TARGETS_IN_ORDER) {
    await buildTable(engine, targetTables.get(name)!);
  }
}

/** The rows of a table, as objects, in the order of its key. */
export async function rowsIn(engine: Engine, {contract}: Pick<SqlTable, "contract">) {
  return rowsOf(await engine.columns(`select * from "${contract.name}" order by ${contract.grain.join(", ")}`));
}
