import {readFile, stat} from "node:fs/promises";
import type {MergeRange} from "hucre";
import {UserError} from "#warehouse/engine/userError.js";
import {zipParts} from "../archives/zip.js";
import type {DeliveredFile} from "../contract.js";
import {MOST_WORKBOOK_BYTES} from "../limits.js";
import {reasonOf} from "../reason.js";
import {cellText} from "./cellText.js";

export interface ReadSheet {
  readonly name: string;
  /** Cells as text, row by row from the first of the sheet on; rows end where their last cell does. */
  readonly rows: readonly (readonly string[])[];
  readonly merges: readonly MergeRange[];
}

/** The sheets of a workbook, or the named one of them. Throws a UserError where it is too large or damaged. */
export async function readSheets(file: DeliveredFile, sheet?: string): Promise<ReadSheet[]> {
  await checkSize(file);
  try {
    const bytes = await readFile(file.path);
    const {readXlsx} = await import("hucre"); // a quarter of a second that only workbooks cost
    const {sheets} = await readXlsx(bytes, sheet === undefined ? {} : {sheets: [sheet]});
    return sheets.map(({name, rows, merges = []}) => ({name, rows: rows.map((row) => row.map(cellText)), merges}));
  } catch (error) {
    if (!isDamage(error)) throw error;
    throw new UserError(
      `${file.name}: the workbook is damaged (${reasonOf(error)}); open it, save it anew, or export it as CSV`
    );
  }
}

/** Errors of the file system are not the workbook's; whatever else a damaged one makes go wrong is. */
function isDamage(error: unknown): error is Error {
  return error instanceof Error && !("syscall" in error);
}

async function checkSize(file: DeliveredFile): Promise<void> {
  let unpacked = (await stat(file.path)).size;
  for await (const part of zipParts(file.path, file.name))
    if (/\.(xml|rels)$/.test(part.name!)) unpacked += part.unpacked;
  if (unpacked <= MOST_WORKBOOK_BYTES) return;
  const mebibytes = MOST_WORKBOOK_BYTES / 2 ** 20;
  throw new UserError(
    `${file.name}: a workbook may unpack to ${mebibytes} MiB (about 1,500,000 cells), and this one is larger; export its sheets as CSV`
  );
}
