import type {TableContract} from "#warehouse/contract.js";
import {identifier, type Engine} from "#warehouse/engine/engine.js";
import {landingTable} from "../raw/rawTable.js";
import type {ReadFile} from "./batch.js";

/**
 * Where rows that do not name their line stand in their file: behind `from_row`, the place of a row in the landing table and its
 * `line_offset` make its line. A plain file is read in order, so that only the lines that could not be read shift the others.
 */
export async function openLines(engine: Engine): Promise<void> {
  await engine.run(
    "create or replace temp table landing_places (batch_id integer, file_id integer, from_row bigint, line_offset bigint)"
  );
}

/** Notes the lines of a plain file, of which those in the table `rejects` are not in the landing table. */
export async function noteLines(engine: Engine, batchId: number, file: ReadFile, rejects: string): Promise<void> {
  const offset = 2 - file.firstRow!; // the header is line 1
  await engine.run(`insert into landing_places
    select ${batchId}, ${file.fileId}, from_row, max(line_offset)
    from (
      select cast(${file.firstRow} as bigint) as from_row, cast(${offset} as bigint) as line_offset
      union all
      select ${file.firstRow} + line - 1 - nth, ${offset} + nth
      from (select line, row_number() over (order by line) as nth from ${identifier(rejects)})
    )
    group by from_row`);
}

/** A select of `columns` (SQL), `row`, `file_id` and `source_line` of the rows of a landing table that meet a condition. */
export function withLines(contract: TableContract, condition: string, columns: readonly string[] = []): string {
  const selected = ["landed.row", "landed.file_id", ...columns].join(", ");
  return `select ${selected}, coalesce(landed.source_line, landed.row + places.line_offset) as source_line
    from (select rowid as row, * from ${identifier(landingTable(contract))} where ${condition}) as landed
    asof left join landing_places as places
      on places.file_id = landed.file_id and places.from_row <= landed.row`;
}
