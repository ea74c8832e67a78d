import {openFrame} from "#warehouse/featureFrame.js";
import {sqlTablesIn, buildTable} from "#warehouse/sqlTable.js";
import type {RunContext} from "../context.js";

const FEATURES = new URL("../../warehouse/features/", import.meta.url);
const FRAME = "feat_observations";

/** Builds every feature table; the frame of obligors and observation dates first. */
export async function buildFeatures({engine, progress, record}: RunContext): Promise<void> {
  const tables = await sqlTablesIn(FEATURES);
  const frame = tables.get(FRAME);
  if (frame === undefined) throw new Error(`${FRAME} is missing`);
  const rest = [...tables.values()].filter((table) => table !== frame);
  record.add("features", FRAME, await buildTable(engine, frame));
  await openFrame(engine, `select obligor_id, observation_date from ${FRAME}`);
  for (const table of rest) {
    progress.line(table.contract.name);
    record.add("features", table.contract.name, await buildTable(engine, table));
  }
}
