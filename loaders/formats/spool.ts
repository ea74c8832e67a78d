import {mkdir} from "node:fs/promises";
import type {FoundTable, ReadingOptions, Spooled, SpooledTable} from "./contract.js";
import {defectWriter} from "./spool/defects.js";
import {openedParts} from "./spool/openedParts.js";
import {segmentWriter} from "./spool/segments.js";
import {spoolJsonLines} from "./spool/spoolJsonLines.js";
import {spoolSeparated} from "./spool/spoolSeparated.js";
import {spoolSheet} from "./spool/spoolSheet.js";
import type {Spooling} from "./spool/spooling.js";

/**
 * Writes tables into `folder`, one behind the other, in the one form that the engine reads (SPOOL in contract.ts). Columns are
 * matched by name; a table that lacks one has nulls there. What is no record of its table becomes a defect.
 */
export async function spool(
  tables: readonly FoundTable[],
  wanted: readonly string[],
  folder: string,
  options: ReadingOptions = {}
): Promise<Spooled> {
  await mkdir(folder, {recursive: true});
  const segments = segmentWriter(folder);
  const defects = defectWriter(folder);
  const parts = openedParts(options);
  const spooled: SpooledTable[] = [];
  try {
    for (const [index, table] of tables.entries()) {
      const spooling: Spooling = {index, table, wanted, segments, defects, options};
      spooled.push({table, ...(await spoolTable(spooling, parts))});
    }
    return {segments: await segments.close(), tables: spooled, defects: await defects.close()};
  } finally {
    await segments.close();
    await defects.close();
    await parts.close();
  }
}

async function spoolTable(
  spooling: Spooling,
  parts: ReturnType<typeof openedParts>
): Promise<{records: number; defects: number}> {
  const {table} = spooling;
  switch (table.format) {
    case "csv":
      return await spoolSeparated(spooling, await parts.bytesOf(table));
    case "jsonl":
      return await spoolJsonLines(spooling, await parts.bytesOf(table));
    case "xlsx":
      return await spoolSheet(spooling);
    case "parquet":
      throw new Error(`${table.name}: a Parquet file is read by the engine itself`);
  }
}
