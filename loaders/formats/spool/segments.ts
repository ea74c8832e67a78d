import {open, type FileHandle} from "node:fs/promises";
import {join} from "node:path";
import {SEGMENT_BYTES} from "../limits.js";
import {beforeBlanks, behindBlanks} from "../text/blanks.js";
import type {RecordReader} from "../text/recordReader.js";
import {COMMA, LINE_FEED, NONE} from "../text/terms.js";
import {writeField, writePlace} from "./writeField.js";

const WORTH_WRITING = 1 << 18;

/** Writes canonical segments (SPOOL in contract.ts) into a folder; the first is there even if it has no record. */
export interface SegmentWriter {
  /** A record whose fields stand in `text`; `order` names for each wanted column the field of it, or -1 for null. */
  record(table: number, line: number, text: Buffer, reader: RecordReader, order: Int32Array, quote: number): void;
  /** A record of texts in the wanted order. */
  texts(table: number, line: number, fields: readonly (string | null)[]): void;
  /** Writes what has gathered to the disk, once it is worth it. */
  flush(): Promise<void>;
  close(): Promise<readonly string[]>;
}

export function segmentWriter(folder: string): SegmentWriter {
  const segments: string[] = [];
  let file: FileHandle | null = null;
  let written = 0;
  let row: Buffer = Buffer.allocUnsafe(1 << 20);
  let at = 0;

  const reserve = (bytes: number) => {
    if (at + bytes <= row.length) return;
    const larger = Buffer.allocUnsafe(Math.max(2 * row.length, at + bytes));
    row.copy(larger, 0, 0, at);
    row = larger;
  };

  const write = async () => {
    if (file === null) {
      const path = join(folder, `segment-${String(segments.length + 1).padStart(5, "0")}.csv`);
      file = await open(path, "wx");
      segments.push(path);
      written = 0;
    }
    await file.appendFile(row.subarray(0, at));
    written += at;
    at = 0;
    if (written < SEGMENT_BYTES) return;
    await file.close();
    file = null;
  };

  return {
    record(table, line, text, {starts, ends, quoted, count}, order, quote) {
      reserve(64 + 3 * order.length + 2 * (ends[count - 1]! - starts[0]!));
      let to = writePlace(row, at, table, line);
      for (let wanted = 0; wanted < order.length; wanted++) {
        row[to++] = COMMA;
        const index = order[wanted]!;
        if (index < 0) continue;
        const from = behindBlanks(text, starts[index]!, ends[index]!);
        const end = beforeBlanks(text, from, ends[index]!);
        to = writeField(row, to, text, from, end, quoted[index] === 1 ? quote : NONE);
      }
      row[to++] = LINE_FEED;
      at = to;
    },
    texts(table, line, fields) {
      reserve(64);
      at = writePlace(row, at, table, line);
      for (const value of fields) {
        const text = Buffer.from(value === null ? "" : value.trim());
        reserve(64 + 2 * text.length);
        row[at++] = COMMA;
        at = writeField(row, at, text, 0, text.length, NONE);
      }
      row[at++] = LINE_FEED;
    },
    async flush() {
      if (at >= WORTH_WRITING) await write();
    },
    async close() {
      if (at > 0 || segments.length === 0) await write();
      await file?.close();
      file = null;
      return segments;
    }
  };
}
