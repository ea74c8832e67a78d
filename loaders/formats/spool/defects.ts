import {open, type FileHandle} from "node:fs/promises";
import {join} from "node:path";
import type {Defect} from "../contract.js";

const MOST_CHARACTERS = 4096;

export interface DefectWriter {
  add(defect: Defect): void;
  flush(): Promise<void>;
  /** The file, or null where there was no defect. */
  close(): Promise<string | null>;
}

export function defectWriter(folder: string): DefectWriter {
  const path = join(folder, "defects.ndjson");
  let pieces: string[] = [];
  let file: FileHandle | null = null;
  let isWritten = false;
  const flush = async () => {
    if (pieces.length === 0) return;
    file ??= await open(path, "wx");
    isWritten = true;
    await file.appendFile(pieces.join(""));
    pieces = [];
  };
  return {
    add(defect) {
      pieces.push(`${JSON.stringify(defect)}\n`);
    },
    flush,
    async close() {
      await flush();
      await file?.close();
      file = null;
      return isWritten ? path : null;
    }
  };
}

/** What can be shown of a stretch: text without line ends at its end, NULs made visible, at most 4,096 characters. */
export function shownText(text: Buffer): string {
  return text
    .toString("utf8", 0, MOST_CHARACTERS * 4)
    .replace(/[\r\n]+$/, "")
    .replaceAll("\0", "\u2400")
    .slice(0, MOST_CHARACTERS)
    .toWellFormed();
}
