import type {TableContract} from "#warehouse/contract.js";
import {identifier, type Engine} from "#warehouse/engine/engine.js";

/** What a raw table knows of a row beside the contract's columns. */
const PLACE: Readonly<Record<string, string>> = {
  source_currency: "varchar",
  batch_id: "integer",
  file_id: "integer",
  source_line: "bigint",
  outcome: "varchar",
  superseded_by: "integer",
  affirmed_in: "integer" // the last file that says the row again
};

/** Every version of the rows of an extract that were typed. In force is what has neither an outcome nor a successor. */
export function rawTable({name}: TableContract): string {
  return `raw_${name}`;
}

/** Where the rows of a batch wait, unseen, until all of the delivery is ready. */
export function landingTable({name}: TableContract): string {
  return `landing_${name}`;
}

/** SQL that holds for the rows of a raw table that are in force. */
export const IN_FORCE = "outcome is null and superseded_by is null";

/** Creates a table of the columns of a raw table. */
export async function createRawTable(engine: Engine, contract: TableContract, table: string): Promise<void> {
  const columns = Object.entries(contract.columns).map(([name, {type}]) => `${identifier(name)} ${type}`);
  const place = Object.entries(PLACE).map(([name, type]) => `${name} ${type}`);
  await engine.run(`create table if not exists ${identifier(table)} (${[...columns, ...place].join(", ")})`);
}

/** Names of the columns of a raw table, in their order. */
export function rawColumns({columns}: TableContract): string[] {
  return [...Object.keys(columns), ...Object.keys(PLACE)];
}
