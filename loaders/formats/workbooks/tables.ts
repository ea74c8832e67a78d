import {UserError} from "#warehouse/engine/userError.js";
import {textColumns} from "../columnNames.js";
import type {DeliveredFile, FoundTable, Hints} from "../contract.js";
import {readSheets, type ReadSheet} from "./readSheets.js";
import {filledWidth, sheetHeader} from "./sheetHeader.js";

/** The tables in a workbook: every sheet with rows under a header; sheets of notes, one column wide, are none. */
export async function workbookTables(file: DeliveredFile, hints: Hints): Promise<FoundTable[]> {
  const sheets = await readSheets(file);
  const asked = hints.sheet === undefined ? sheets : sheets.filter(({name}) => name === hints.sheet);
  if (asked.length === 0) {
    const names = sheets.map(({name}) => name).join(", ");
    throw new UserError(`${file.name}: there is no sheet ${hints.sheet}; it has ${names.slice(0, 200).toWellFormed()}`);
  }
  const tables = asked
    .filter((sheet) => hints.sheet !== undefined || isTabular(sheet))
    .map((sheet) => table(file, sheet, hints));
  if (tables.length > 0) return tables;
  throw new UserError(
    `${file.name}: no sheet of this workbook has a table; put a header above the rows and save it again`
  );
}

function isTabular({rows}: ReadSheet): boolean {
  return rows.some((row) => filledWidth(row) > 1);
}

function table(file: DeliveredFile, sheet: ReadSheet, hints: Hints): FoundTable {
  const name = `${file.name}/${sheet.name}`;
  const header = sheetHeader(sheet, hints);
  if (header === null) {
    throw new UserError(
      `${name}: no row is recognised as a header of column names; put one above the rows, or name its row as headerRow`
    );
  }
  const form = {
    encoding: "utf-8",
    delimiter: ",",
    quote: '"',
    headerRow: header.row + 1,
    headerRows: header.rows
  } as const;
  return {name, file, part: sheet.name, format: "xlsx", columns: textColumns(name, header.names), form};
}
