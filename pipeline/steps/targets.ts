import {buildTable, sqlTablesIn} from "#warehouse/sqlTable.js";
import type {RunContext} from "../context.js";

const TARGETS = new URL("../../warehouse/targets/", import.meta.url);

/** The target tables, each after those that it reads. */
export const TARGETS_IN_ORDER = [
  "target_overdue_spells",
  "target_default_triggers",
  "target_default_spells",
  "target_default_dates",
  "target_departures",
  "target_default",
  "target_default_years",
  "target_exclusions"
] as const;

/** Finds every default by the written definition, and what each performance window showed. */
export async function buildTargets({engine, progress, record}: RunContext): Promise<void> {
  const tables = await sqlTablesIn(TARGETS);
  for (const name of TARGETS_IN_ORDER) {
    progress.line(name);
    record.add("targets", name, await buildTable(engine, tables.get(name)!));
  }
}
