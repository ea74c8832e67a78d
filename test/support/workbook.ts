import {writeXlsx, type CellValue, type MergeRange} from "hucre/xlsx";

type Sheets = Readonly<Record<string, readonly (readonly CellValue[])[]>>;

const WRITTEN = new Date(0);

/** An Excel workbook; the same bytes for the same cells. */
export async function workbookOf(sheets: Sheets, merges: Readonly<Record<string, MergeRange[]>> = {}): Promise<Buffer> {
  const written = Object.entries(sheets).map(([name, rows]) => ({
    name,
    rows: rows.map((row) => [...row]),
    merges: merges[name] ?? []
  }));
  return Buffer.from(await writeXlsx({sheets: written, properties: {created: WRITTEN, modified: WRITTEN}}));
}
