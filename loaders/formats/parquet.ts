import {open} from "node:fs/promises";
import type {Engine} from "#warehouse/engine/engine.js";
import {UserError} from "#warehouse/engine/userError.js";
import {pathLiteral} from "../batches/pathLiteral.js";
import type {DeliveredFile, FoundTable} from "./contract.js";
import {reasonOf} from "./reason.js";

const MARK = "PAR1";

/** The table that a Parquet file is. Throws a UserError where it is cut off or damaged. */
export async function parquetTable(engine: Engine, file: DeliveredFile): Promise<FoundTable> {
  if (!(await endsWithMark(file.path))) {
    throw new UserError(`${file.name}: this Parquet file breaks off before its end; copy it again`);
  }
  try {
    const columns = await engine.describe(`select * from read_parquet(${pathLiteral(file.path)})`);
    return {name: file.name, file, part: null, format: "parquet", columns, form: null};
  } catch (error) {
    throw unreadable(file.name, error);
  }
}

/** What the engine said of a file, in one sentence. What is not the file's fault comes back as it was. */
function unreadable(name: string, error: unknown): unknown {
  if (error instanceof UserError) return error;
  if (/^INTERRUPT/i.test(String(error).replace(/^Error: /, ""))) return error;
  const reason = reasonOf(error).replace(/ ?"?[^" ]*\/[^" ]*"?/g, ""); // the file has another name for the user
  return new UserError(`${name}: the file cannot be read (${reason}); export it again`);
}

async function endsWithMark(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const {size} = await file.stat();
    const {buffer, bytesRead} = await file.read(
      Buffer.alloc(MARK.length),
      0,
      MARK.length,
      Math.max(0, size - MARK.length)
    );
    return size > 2 * MARK.length && buffer.toString("latin1", 0, bytesRead) === MARK;
  } finally {
    await file.close();
  }
}
