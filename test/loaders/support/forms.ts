import {gzipSync} from "node:zlib";
import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import type {Encoding} from "#loaders/formats/contract.js";
import {sourceOf, type Source} from "#loaders/source.js";
import {zipOf} from "../../support/archives.js";
import {encoded} from "../../support/encode.js";
import {workbookOf} from "../../support/workbook.js";
import {csvOf, newFolder, type Bank, type Cells} from "./smallBank.js";

/** A way to hand over the rows of an extract as a file. */
export interface Form {
  readonly ending: string;
  /** Line of the file on which the header stands; 0 where there is none. */
  readonly headerLine: number;
  readonly write: (rows: readonly Cells[], extract: string) => Buffer | Promise<Buffer>;
}

/** Plain CSV, which the engine reads as it lies. */
export const PLAIN: Form = {ending: "csv", headerLine: 1, write: (rows) => Buffer.from(csvOf(rows))};

/** Forms in which the same rows may come. */
export const FORMS: Readonly<Record<string, Form>> = {
  "CSV with semicolons": separated(";", "csv"),
  "CSV with bars": separated("|", "txt"),
  "text with tabs": separated("\t", "tsv"),
  "CSV with a byte order mark and Windows line ends": text((csv) =>
    Buffer.from(`\ufeff${csv.replaceAll("\n", "\r\n")}`)
  ),
  "CSV with old Mac line ends": text((csv) => Buffer.from(csv.replaceAll("\n", "\r"))),
  "CSV below a title and blank lines": {
    ending: "csv",
    headerLine: 3,
    write: (rows) => Buffer.from(`月度报送\n\n${csvOf(rows)}\n\n`)
  },
  "CSV in UTF-16, little end first": text((csv) => inEncoding(csv, "utf-16le")),
  "CSV in UTF-16, big end first": text((csv) => inEncoding(csv, "utf-16be")),
  "CSV in GB18030": text((csv) => encoded(csv, "gb18030")),
  "CSV with every field in quotes": text((_, rows) => Buffer.from(quotedCsv(rows))),
  "CSV packed by gzip": {ending: "csv.gz", headerLine: 1, write: (rows) => gzipSync(csvOf(rows))},
  "CSV in a zip archive": {
    ending: "zip",
    headerLine: 1,
    write: (rows) => zipOf([{name: "march.csv", content: csvOf(rows)}])
  },
  "a workbook": {ending: "xlsx", headerLine: 1, write: async (rows) => await workbookOf({Sheet1: cellsOf(rows)})},
  "JSON Lines": {
    ending: "jsonl",
    headerLine: 0,
    write: (rows) => Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(""))
  }
};

/** The demo source, whose extracts may have any ending. */
export const ANY_FORM: Source = (() => {
  const demo = sourceOf("demo");
  return {
    ...demo,
    extracts: demo.extracts.map((extract) => ({...extract, files: [`${extract.contract.name}.*`]}))
  };
})();

/** Writes a bank in a form into a folder of its own. */
export async function writeBankAs({ending, write}: Form, bank: Bank): Promise<string> {
  const folder = await newFolder();
  for (const [extract, rows] of Object.entries(bank)) {
    await writeFile(join(folder, `${extract}.${ending}`), await write(rows, extract));
  }
  return folder;
}

function text(write: (csv: string, rows: readonly Cells[]) => Buffer): Form {
  return {ending: "csv", headerLine: 1, write: (rows) => write(csvOf(rows), rows)};
}

function separated(delimiter: string, ending: string): Form {
  const field = (value: string) =>
    value.includes(delimiter) || /["\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
  const write = (rows: readonly Cells[]) =>
    Buffer.from(
      cellsOf(rows)
        .map((row) => `${row.map(field).join(delimiter)}\n`)
        .join("")
    );
  return {ending, headerLine: 1, write};
}

function quotedCsv(rows: readonly Cells[]): string {
  return cellsOf(rows)
    .map((row) => `${row.map((value) => `"${value.replaceAll('"', '""')}"`).join(",")}\n`)
    .join("");
}

function inEncoding(csv: string, encoding: Encoding): Buffer {
  return encoded(`\ufeff${csv}`, encoding);
}

function cellsOf(rows: readonly Cells[]): string[][] {
  const header = Object.keys(rows[0]!);
  return [header, ...rows.map((row) => header.map((name) => row[name]!))];
}
