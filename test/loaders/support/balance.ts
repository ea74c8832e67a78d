import type {Engine} from "#warehouse/engine/engine.js";
import {rows} from "./warehouse.js";

/** Batches whose counts do not add up, or do not agree with the rows that are there; with what was found. */
export async function imbalances(engine: Engine): Promise<Record<string, unknown>[]> {
  const batches = await rows(engine, BATCHES);
  const out: Record<string, unknown>[] = [];
  for (const batch of batches) {
    const [there] = await rows(
      engine,
      `select count(*) as loaded from "raw_${String(batch["extract"])}"
       where outcome is null and batch_id = ${String(batch["batch_id"])}`
    );
    const isBalanced =
      Number(batch["rows_in"]) ===
        Number(there!["loaded"]) + Number(batch["listed"]) + Number(batch["duplicates"]) + Number(batch["left_out"]) &&
      Number(batch["loaded"]) === Number(there!["loaded"]) &&
      Number(batch["quarantined"]) === Number(batch["listed"]) &&
      Number(batch["duplicates"]) >= Number(batch["listed_duplicates"]) &&
      Number(batch["rows_in"]) === Number(batch["in_files"]);
    if (!isBalanced) out.push({...batch, there: there!["loaded"]});
  }
  return out;
}

const BATCHES = `select batch_id, extract, rows_in, loaded, duplicates, quarantined, left_out,
    (select coalesce(sum(rows_in), 0) from load_files where load_files.batch_id = load_batches.batch_id) as in_files,
    (select count(*) from quarantine where quarantine.batch_id = load_batches.batch_id and rule <> 'duplicate') as listed,
    (select count(*) from quarantine where quarantine.batch_id = load_batches.batch_id and rule = 'duplicate') as listed_duplicates
  from load_batches
  order by batch_id`;
