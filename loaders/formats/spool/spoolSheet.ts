import {readSheets} from "../workbooks/readSheets.js";
import {filledWidth} from "../workbooks/sheetHeader.js";
import type {Spooling} from "./spooling.js";

const ROWS_BETWEEN_FLUSHES = 10_000;

/** Spools a sheet of a workbook; rows without a cell are none, and one with a cell beside the table is a defect. */
export async function spoolSheet({
  index,
  table,
  wanted,
  segments,
  defects,
  options
}: Spooling): Promise<{records: number; defects: number}> {
  const [sheet] = await readSheets(table.file, table.part!);
  const order = wanted.map((name) => table.columns.findIndex((column) => column.name === name));
  const {headerRow, headerRows} = table.form!;
  let good = 0;
  let bad = 0;
  for (let at = headerRow - 1 + headerRows; at < sheet!.rows.length; at++) {
    const row = sheet!.rows[at]!;
    const width = filledWidth(row);
    if (width === 0) continue;
    if (width > table.columns.length) {
      bad++;
      const raw = row.join(",").slice(0, 4096).toWellFormed();
      defects.add({table: index, line: at + 1, firstByte: 0, endByte: 0, rule: "wrong_field_count", raw});
    } else {
      good++;
      segments.texts(
        index,
        at + 1,
        order.map((column) => (column < 0 ? null : (row[column] ?? null)))
      );
    }
    if (at % ROWS_BETWEEN_FLUSHES !== 0) continue;
    options.signal?.throwIfAborted();
    await segments.flush();
  }
  await segments.flush();
  await defects.flush();
  return {records: good + bad, defects: bad};
}
