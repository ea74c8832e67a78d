import {UserError} from "#warehouse/engine/userError.js";
import type {Signature} from "./signature.js";

const REFUSALS: Partial<Record<Signature, string>> = {
  empty: "the file is empty; export it again, or take it out of the folder",
  xls: "this is an old or an encrypted Excel workbook; save it as .xlsx without a password, or export it as CSV",
  pdf: "this is a PDF document; ask for the data as CSV, Excel or Parquet, or take it out of the folder",
  png: "this is a PNG picture; take it out of the folder",
  jpeg: "this is a JPEG picture; take it out of the folder",
  zip: "this is an archive or a workbook within an archive; unpack it and load what was in it",
  gzip: "this is an archive within an archive; unpack it and load what was in it",
  tar: "this is an archive within an archive; unpack it and load what was in it",
  parquet: "this is a Parquet file within an archive; unpack it and load what was in it"
};

/** Throws a UserError for what is no table. */
export function refuse(name: string, signature: Signature): void {
  const why = REFUSALS[signature];
  if (why !== undefined) throw new UserError(`${name}: ${why}`);
}

const MARKUP = /^\s*<(\?xml|!doctype|html|head|body|table)\b/i;
const JSON_LIST = /^\s*\[\s*[[{]/;

/** Throws a UserError for text that is no table, whatever its name says. */
export function refuseText(name: string, text: string): void {
  if (MARKUP.test(text)) {
    throw new UserError(
      `${name}: this is a web page or XML; open it in Excel and save it as .xlsx, or export it as CSV`
    );
  }
  if (JSON_LIST.test(text)) {
    throw new UserError(`${name}: this is one JSON list; write each object of it on a line of its own`);
  }
}
