import type {Columns} from "./columns.js";

/** What a query may be given: named parameters, written `$name` in the SQL. */
export type Parameters = Readonly<Record<string, string | number | boolean | null>>;

export interface DescribedColumn {
  readonly name: string;
  /** The engine's name of the type in lower case, without blanks: `decimal(18,2)`, `varchar`, `double`. */
  readonly type: string;
}

/** The whole of what Loanscape asks of a database. One file per engine implements it. */
export interface Engine {
  /** Runs one or more statements and drops their result. */
  run(sql: string, parameters?: Parameters): Promise<void>;

  /**
   * Runs one query and reads its result into typed arrays. DECIMAL, FLOAT and HUGEINT arrive as
   * doubles, whole numbers beyond 2^53 rounded.
   */
  columns(sql: string, parameters?: Parameters): Promise<Columns>;

  /** Names and types that a query would return, without running it. */
  describe(sql: string): Promise<DescribedColumn[]>;

  /** Creates or replaces a table from columns, in whole data chunks. */
  write(table: string, columns: Columns): Promise<void>;

  /** Adds columns to the end of a table that `write` made from columns of the same names and types. */
  append(table: string, columns: Columns): Promise<void>;

  /** Runs `work` in a transaction: all of it becomes visible, or nothing does. */
  transaction<T>(work: () => Promise<T>): Promise<T>;

  /** Stops the statement that is running; its promise rejects. */
  interrupt(): void;

  close(): void;
}

export interface EngineOptions {
  /** Number of worker threads; results do not depend on it. */
  readonly threads?: number;
  /** For example `4GB`; work that needs more spills to disk. */
  readonly memoryLimit?: string;
  /** Where work spills to. */
  readonly temporaryDirectory?: string;
  /** Opens an existing file for reading only, beside other readers. */
  readonly readOnly?: boolean;
}

/** An identifier, quoted. Throws on anything that is not a plain snake_case name. */
export function identifier(name: string): string {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) throw new RangeError(`not a plain name: ${JSON.stringify(name)}`);
  return `"${name}"`;
}

/** A text as a SQL literal. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
