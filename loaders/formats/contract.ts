import type {DescribedColumn} from "#warehouse/engine/engine.js";

export const ENCODINGS = ["utf-8", "gb18030", "utf-16le", "utf-16be"] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** What a mapping says of a file's form; what it leaves open is detected. */
export interface Hints {
  readonly encoding?: Encoding;
  readonly delimiter?: string;
  readonly quote?: string;
  /** Sheet of a workbook; without it, every sheet that has rows is a table. */
  readonly sheet?: string;
  /** Line of the file, or row of the sheet, on which the header begins; 1 is the first. */
  readonly headerRow?: number;
  /** Rows that the header takes; a column is named by what stands in them, from top to bottom, with a blank between. */
  readonly headerRows?: number;
}

/** A file of a delivery as it lies on the disk. */
export interface DeliveredFile {
  /** Path below the folder of the delivery, with slashes. */
  readonly name: string;
  readonly path: string;
}

/** How the text of a table is laid out. */
export interface TextForm {
  readonly encoding: Encoding;
  readonly delimiter: string;
  readonly quote: string;
  readonly headerRow: number;
  readonly headerRows: number;
}

/** A table in a delivery: a file, an entry of an archive, or a sheet of a workbook. */
export interface FoundTable {
  /** Name of the file and, where it holds several, of the part: `march.zip/invoices.csv`, `book.xlsx/Sheet1`. */
  readonly name: string;
  readonly file: DeliveredFile;
  /** Entry of the archive or sheet of the workbook; null where the file is the table. */
  readonly part: string | null;
  /** Whether the file is one text that was packed by itself, as gzip does. */
  readonly isPacked?: boolean;
  readonly format: "csv" | "jsonl" | "xlsx" | "parquet";
  /** The header in its order; everything but Parquet is `varchar`. A column without a name is called `column_<n>`. */
  readonly columns: readonly DescribedColumn[];
  /** Null for Parquet. */
  readonly form: TextForm | null;
}

/** What one pass over a CSV file in UTF-8 found. */
export interface Scan {
  readonly bytes: number;
  readonly sha256: string;
  /** Records below the header. */
  readonly records: number;
  /** Byte at which every `MARKED_LINES`-th line begins, from the first on. */
  readonly marks: readonly number[];
  /**
   * Whether the engine can read the file as it lies: UTF-8, each record one line, header in the first, no blank line, one kind
   * of line end, no NUL, quotes only around whole fields, no blank beside a delimiter or a line end.
   */
  readonly isPlain: boolean;
}

/** Text tables rewritten into one form that the engine reads in parallel; see SPOOL. */
export interface Spooled {
  /** Files of records, in order. */
  readonly segments: readonly string[];
  /** One for each table that was given, in its order. */
  readonly tables: readonly SpooledTable[];
  /** NDJSON of what is no record of its table (`Defect` a line), or null where there is none. */
  readonly defects: string | null;
}

export interface SpooledTable {
  readonly table: FoundTable;
  /** Records below the header, defects included. */
  readonly records: number;
  readonly defects: number;
}

/** A stretch of a file that could not be read as a record of its table. */
export interface Defect {
  /** Index of the table among those that were given. */
  readonly table: number;
  readonly line: number;
  readonly firstByte: number;
  /** Behind the last byte. */
  readonly endByte: number;
  readonly rule: "wrong_field_count" | "unreadable";
  /** What can be shown of it, at most 4,096 characters. */
  readonly raw: string;
}

/**
 * The form of a spooled segment: CSV in UTF-8 without a header, fields parted by commas, `"` around a field that holds a
 * comma, a quote or a line feed (the only line break there is), doubled inside. First the index of the table and the line in it,
 * then the wanted columns. Outer blanks are gone, and an empty field means null.
 */
export const SPOOL = {delimiter: ",", quote: '"', place: ["source_table", "source_line"]} as const;

export interface ReadingOptions {
  readonly signal?: AbortSignal;
  /** Told how many bytes of the input were read since it was last told. */
  readonly onBytes?: (bytes: number) => void;
}
