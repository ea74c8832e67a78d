import {UserError} from "#warehouse/engine/userError.js";
import {zipParts} from "../archives/zip.js";
import type {DeliveredFile} from "../contract.js";

const DOCUMENTS: readonly (readonly [entry: string, kind: string])[] = [
  ["xl/workbook.bin", "a binary Excel workbook; save it as .xlsx, or export it as CSV"],
  ["word/document.xml", "a Word document; ask for the data as CSV, Excel or Parquet"],
  ["ppt/presentation.xml", "a PowerPoint presentation; ask for the data as CSV, Excel or Parquet"],
  ["content.xml", "an OpenDocument file; save it as .xlsx, or export it as CSV"]
];

/** Whether a zip archive is an Excel workbook. Throws a UserError where it is another kind of document. */
export async function isWorkbook(file: DeliveredFile): Promise<boolean> {
  const names = new Set<string>();
  for await (const {name} of zipParts(file.path, file.name)) names.add(name!);
  const document = DOCUMENTS.find(([entry]) => names.has(entry));
  if (document !== undefined) throw new UserError(`${file.name}: this is ${document[1]}`);
  return names.has("xl/workbook.xml");
}
