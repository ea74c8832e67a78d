/** How a number is written in a column. */
export interface NumberForm {
  /** Between groups of digits: `,` in 1,234.56. */
  readonly thousands?: "," | "." | " " | "'";
  /** Before the fraction. */
  readonly decimal?: "." | ",";
  /** Whether (123) is minus 123. */
  readonly parentheses?: boolean;
  /** What one in the column is worth: `万元` is 10,000, `亿元` 100,000,000, `percent` 0.01. */
  readonly unit?: "元" | "千元" | "万元" | "百万元" | "亿元" | "percent" | "basis_points" | number;
}

/** How a date is written: a pattern of `%Y %m %d`, several to try in turn, or a count of days as spreadsheets keep it. */
export type DateForm = string | readonly string[] | "excel_serial";

/** How one column of a contract is filled. */
export interface ColumnMapping {
  /** A column of the file, or `source_file`. */
  readonly from?: string;
  /** Whether a file without the column `from` will do: the contract's column is then empty. */
  readonly isOptional?: boolean;
  /** Columns of which the first that is filled counts; a file need have only one of them. */
  readonly firstOf?: readonly string[];
  /** The same value in every row. */
  readonly value?: string | number | boolean;
  /** Several columns, or parts of the file's name, joined by `with`; empty where one of them is. */
  readonly join?: {readonly columns: readonly (string | {readonly fileName: string})[]; readonly with: string};
  /** Part of the file's name: a regular expression with one group. */
  readonly fileName?: string;
  /** True where this column of the file holds a number below zero. */
  readonly negative?: string;
  readonly date?: DateForm;
  /** The last day of the month or the year that the date lies in: `%Y` and `year` make 31 December of 2017. */
  readonly endOf?: "month" | "year";
  /** Days after the date of `from`: what is known of the day a fact became known. */
  readonly lagDays?: number;
  readonly number?: NumberForm;
  /** The bank's codes and what the contract calls them, empty for nothing; others pass as they are and meet the contract's list. */
  readonly values?: Readonly<Record<string, string>>;
}

/** Rows that the mapping takes; all conditions must hold. The others are counted as left out. */
export interface Filter {
  readonly column: string;
  readonly in?: readonly string[];
  readonly notIn?: readonly string[];
}

/** A select of the contract's columns over the view `source_rows`, as an adapter writes it. */
export interface SqlMapping {
  readonly kind: "sql";
  readonly file: URL;
  /** Columns of the files that it reads. */
  readonly reads: readonly string[];
}

export interface ColumnsMapping {
  readonly kind: "columns";
  readonly columns: Readonly<Record<string, ColumnMapping>>;
  readonly where: readonly Filter[];
  /** ISO 4217 of the amounts, or the column that holds it; null where they are in the reporting currency. */
  readonly currency: string | {readonly column: string} | null;
}

/** The files have the contract's own columns. */
export interface SameMapping {
  readonly kind: "same";
}

export type Mapping = SameMapping | SqlMapping | ColumnsMapping;

/** A column as it is selected from `source_rows`. */
export interface MappedColumn {
  /** SQL of a value of the file's type, of text that the contract's reader can read, or of the contract's type. */
  readonly sql: string;
  /** The one column of the file that is taken as it stands; null where anything is done to it. */
  readonly asItStands: string | null;
  /** SQL of what stood there, as text; null where that is nothing. A column that is null beside it could not be read. */
  readonly said: string;
}

/** A mapping made ready for files with given columns. */
export interface CompiledMapping {
  /** Columns of the contract that the mapping fills, in the contract's order. */
  readonly columns: ReadonlyMap<string, MappedColumn>;
  /** SQL that holds for the rows taken; null where all are. */
  readonly where: string | null;
  /** SQL of the currency code of a row; null where amounts are in the reporting currency. */
  readonly currency: string | null;
  /** Columns of the files that are read, each once. */
  readonly reads: readonly string[];
}
