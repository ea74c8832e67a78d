import {isUtf8} from "node:buffer";
import {createHash} from "node:crypto";
import {createReadStream} from "node:fs";
import {UserError} from "#warehouse/engine/userError.js";
import {csvShape, type CsvFindings} from "./csvShape.js";

const LINE_FEED = 0x0a;
const CHUNK_BYTES = 1 << 20;

export interface Fingerprint {
  readonly bytes: number;
  readonly sha256: string;
  /** Rows below the header; null for a Parquet file, which keeps its own count. */
  readonly rows: number | null;
}

/**
 * Hash and size of a file, in one pass; of a CSV file also the rows.
 *
 * Throws a UserError when a CSV file is not in UTF-8, when a quote in it is never closed (the engine would drop all
 * that follows and say nothing), or when a row is wider than the header (its values may stand in the wrong columns).
 */
export async function fingerprint(path: string, name: string): Promise<Fingerprint> {
  const hash = createHash("sha256");
  const shape = name.endsWith(".csv") ? csvShape() : null;
  let bytes = 0;
  let carried: Buffer = Buffer.alloc(0);
  const check = (lines: Buffer) => {
    if (!isUtf8(lines)) throw notUtf8(name, shape!.lines() + badLine(lines));
    shape!.feed(lines);
  };
  for await (const chunk of createReadStream(path, {highWaterMark: CHUNK_BYTES}) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
    if (shape === null) continue;
    const end = chunk.lastIndexOf(LINE_FEED) + 1;
    if (end > 0) check(Buffer.concat([carried, chunk.subarray(0, end)]));
    carried = end > 0 ? Buffer.from(chunk.subarray(end)) : Buffer.concat([carried, chunk]);
  }
  if (shape === null) return {bytes, sha256: hash.digest("hex"), rows: null};
  check(carried);
  const findings = shape.finish();
  checkFindings(findings, name);
  return {bytes, sha256: hash.digest("hex"), rows: findings.records - 1};
}

function checkFindings({openQuoteLine, tooWide}: CsvFindings, name: string): void {
  if (openQuoteLine !== null) {
    throw new UserError(`${name}, line ${openQuoteLine}: a quoted field begins here and never ends; close the quote`);
  }
  if (tooWide !== null) {
    const {line, fields, expected} = tooWide;
    throw new UserError(
      `${name}, line ${line}: expected ${expected} fields, found ${fields}; quote the field that holds a comma`
    );
  }
}

/** 1-based line of the first byte sequence that is not UTF-8. */
function badLine(bytes: Buffer): number {
  let start = 0;
  for (let line = 1; ; line++) {
    const end = bytes.indexOf(LINE_FEED, start);
    if (end === -1 || !isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
}

function notUtf8(name: string, line: number): UserError {
  return new UserError(
    `${name}, line ${line}: the text is not in UTF-8 (it may be GB18030); save the file as UTF-8 and load again`
  );
}
