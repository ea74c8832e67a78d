import type {Hints} from "../contract.js";
import {findHeader} from "../header.js";
import type {ReadSheet} from "./readSheets.js";

/** The rows of a sheet that name its columns, counted from 0. */
export interface SheetHeader {
  readonly row: number;
  readonly rows: number;
  readonly names: readonly string[];
}

const ROWS_OF_THE_SAMPLE = 200;

/** The header of a sheet, with the rows above and below it that merged cells tie to it; null where none is recognised. */
export function sheetHeader(sheet: ReadSheet, {headerRow, headerRows}: Hints): SheetHeader | null {
  const width = Math.max(0, ...sheet.rows.slice(0, ROWS_OF_THE_SAMPLE).map(filledWidth));
  if (width === 0) return null;
  const place = headerRow === undefined ? foundRows(sheet, width) : {row: headerRow - 1, rows: headerRows ?? 1};
  if (place === null) return null;
  const rows = headerRows ?? place.rows;
  if (place.row + rows > sheet.rows.length) return null;
  return {row: place.row, rows, names: joinedNames(sheet, place.row, rows, width)};
}

export function filledWidth(row: readonly string[]): number {
  return row.findLastIndex((cell) => cell !== "") + 1;
}

function foundRows({rows, merges}: ReadSheet, width: number): {row: number; rows: number} | null {
  const wide = rows.slice(0, ROWS_OF_THE_SAMPLE).map((row) => Array.from({length: width}, (_, at) => row[at] ?? ""));
  const found = findHeader(wide);
  if (found === null) return null;
  let first = found.row;
  let last = found.row;
  const parts = merges.filter(({startCol, endCol}) => endCol - startCol + 1 < width);
  for (let isGrowing = true; isGrowing;) {
    isGrowing = false;
    for (const {startRow, endRow, startCol, endCol} of parts) {
      const isHeading = endCol > startCol;
      const end = isHeading ? Math.max(endRow, startRow) + 1 : endRow;
      if (startRow < first && end >= first) [first, isGrowing] = [startRow, true];
      if (startRow >= first && startRow <= last && end > last) [last, isGrowing] = [end, true];
    }
  }
  return {row: first, rows: last - first + 1};
}

function joinedNames({rows, merges}: ReadSheet, first: number, count: number, width: number): string[] {
  return Array.from({length: width}, (_, column) => {
    const parts = Array.from({length: count}, (_, at) => {
      const row = first + at;
      const merge = merges.find(
        ({startRow, endRow, startCol, endCol}) =>
          row >= startRow && row <= endRow && column >= startCol && column <= endCol
      );
      return merge === undefined ? (rows[row]?.[column] ?? "") : (rows[merge.startRow]?.[merge.startCol] ?? "");
    });
    return [...new Set(parts.filter((part) => part !== ""))].join(" ").replace(/\s+/g, " ");
  });
}
