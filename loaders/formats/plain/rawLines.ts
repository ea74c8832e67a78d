import {open, type FileHandle} from "node:fs/promises";
import {LINE_FEED} from "../text/terms.js";
import {MARKED_LINES} from "./lineScan.js";

/**
 * The text of lines of a file that `scan` found plain, without their ends; lines count from 1. Lines that the file lacks are left out.
 * Only the stretches between two `marks` of the scan are read in which a line is wanted.
 */
export async function rawLines(
  path: string,
  marks: readonly number[],
  lines: readonly number[]
): Promise<ReadonlyMap<number, string>> {
  const stretches = new Map<number, number[]>();
  for (const line of new Set(lines)) {
    const stretch = Math.floor((line - 1) / MARKED_LINES);
    stretches.set(stretch, [...(stretches.get(stretch) ?? []), line]);
  }
  const found = new Map<number, string>();
  const file = await open(path);
  try {
    const {size} = await file.stat();
    for (const [stretch, wanted] of [...stretches].sort(([a], [b]) => a - b)) {
      const from = marks[stretch];
      if (from === undefined) continue;
      const text = await bytesOf(file, from, marks[stretch + 1] ?? size);
      takeLines(text, stretch * MARKED_LINES + 1, wanted, found);
    }
  } finally {
    await file.close();
  }
  return found;
}

async function bytesOf(file: FileHandle, from: number, to: number): Promise<Buffer> {
  const {buffer, bytesRead} = await file.read(Buffer.allocUnsafe(to - from), 0, to - from, from);
  return buffer.subarray(0, bytesRead);
}

function takeLines(text: Buffer, firstLine: number, wanted: number[], found: Map<number, string>): void {
  let line = firstLine;
  let at = 0;
  for (const next of wanted.sort((a, b) => a - b)) {
    for (; line < next && at < text.length; line++) at = text.indexOf(LINE_FEED, at) + 1 || text.length;
    if (at >= text.length) return;
    const end = text.indexOf(LINE_FEED, at);
    found.set(next, text.toString("utf8", at, end < 0 ? text.length : end).replace(/^\ufeff|[\r\n]+$/g, ""));
  }
}
