import {buildTable, sqlTablesIn} from "#warehouse/sqlTable.js";
import type {RunContext} from "../context.js";

const TARGETS = new URL("../../warehouse/targets/", import.meta.url);

/** Finds every default by the written definition, and what each performance window showed. */
export async function buildTargets({engine, progress, record}: RunContext): Promise<void> {
  const tables = await sqlTablesIn(TARGETS);
  for (const name of ["target_default_dates", "target_default"]) {
    progress.line(name);
    record.add("targets", name, await buildTable(engine, tables.get(name)!));
  }
}
