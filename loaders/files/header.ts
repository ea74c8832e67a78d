import {open} from "node:fs/promises";
import type {Engine} from "#warehouse/engine/engine.js";
import {UserError} from "#warehouse/engine/userError.js";
import {csvHeader} from "./csvShape.js";
import {pathLiteral, type Located} from "./locate.js";
import {nearMiss} from "./nearMiss.js";

const LONGEST_HEADER_BYTES = 1 << 16;

/**
 * The columns that a file has, in its order.
 *
 * Throws a UserError when one that is read is missing (with what may have been meant), or comes twice.
 */
export async function checkedHeader(engine: Engine, {name, path, file}: Located): Promise<string[]> {
  const header = name.endsWith(".parquet") ? await parquetColumns(engine, path, name) : await csvColumns(path);
  checkDelimiter(header, name);
  const twice = header.find((column, at) => header.indexOf(column) !== at);
  if (twice !== undefined) {
    throw new UserError(`${name}: the header has column ${twice} twice; rename or remove one of them`);
  }
  const missing = file.columns.filter((column) => !header.includes(column));
  if (missing.length > 0) {
    const spare = header.filter((column) => !file.columns.includes(column));
    const named = missing.map((column) => withHint(column, nearMiss(column, spare)));
    throw new UserError(
      `${name}: the header lacks ${named.join(", ")}; add ${missing.length === 1 ? "it" : "them"} and load again`
    );
  }
  return header;
}

function checkDelimiter([only, ...others]: readonly string[], name: string): void {
  const delimiter = others.length === 0 ? /[;\t|]/.exec(only ?? "")?.[0] : undefined;
  if (delimiter === undefined) return;
  throw new UserError(`${name}: fields are parted by ${JSON.stringify(delimiter)}; export the file with commas`);
}

function withHint(column: string, meant: string | null): string {
  return meant === null ? column : `${column} (is it ${JSON.stringify(meant)}?)`;
}

async function csvColumns(path: string): Promise<string[]> {
  const file = await open(path);
  try {
    const {buffer, bytesRead} = await file.read(Buffer.alloc(LONGEST_HEADER_BYTES), 0, LONGEST_HEADER_BYTES, 0);
    return csvHeader(buffer.toString("utf8", 0, bytesRead));
  } finally {
    await file.close();
  }
}

async function parquetColumns(engine: Engine, path: string, name: string): Promise<string[]> {
  try {
    const described = await engine.describe(`select * from read_parquet(${pathLiteral(path)})`);
    return described.map((column) => column.name);
  } catch (error) {
    throw unreadable(name, error);
  }
}

/** What the engine said of a file, in one sentence. What is not the file's fault comes back as it was. */
export function unreadable(name: string, error: unknown): unknown {
  if (error instanceof UserError) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (/^INTERRUPT/i.test(message)) return error;
  const reason = message.split("\n")[0]!.replace(/^[A-Za-z ]+ Error: /, "");
  return new UserError(`${name}: the file cannot be read (${reason}); export it again`);
}
