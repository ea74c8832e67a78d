import type {Encoding} from "../contract.js";
import {asciiIn, textFrom, unitOf, utf8From} from "./transcode.js";

/** Whole lines of a file, and the same lines in UTF-8. */
export interface Lines {
  readonly source: Buffer;
  readonly text: Buffer;
  /** Lines, counted from 0, that hold a NUL or bytes without a meaning; null where there are none. */
  readonly bad: ReadonlySet<number> | null;
}

/** Behind the last line end in the bytes, or 0. `bytes` begins at a unit of its encoding. */
export function endOfLines(bytes: Buffer, encoding: Encoding, lineEnd: number): number {
  return behindLineEnd(encoding, lineEnd, (mark, at) => bytes.lastIndexOf(mark, at), bytes.length, -1);
}

/** Behind the first line end at or after `from`, or 0. */
export function endOfLine(bytes: Buffer, encoding: Encoding, lineEnd: number, from: number): number {
  return behindLineEnd(encoding, lineEnd, (mark, at) => bytes.indexOf(mark, at), from, 1);
}

function behindLineEnd(
  encoding: Encoding,
  lineEnd: number,
  find: (mark: Buffer | number, at: number) => number,
  from: number,
  step: 1 | -1
): number {
  const unit = unitOf(encoding);
  const mark = unit === 1 ? lineEnd : asciiIn(encoding, lineEnd);
  let at = find(mark, from);
  while (at >= 0 && at % unit !== 0) {
    if (at + step < 0) return 0;
    at = find(mark, at + step);
  }
  return at < 0 ? 0 : at + unit;
}

/** Lines in UTF-8; a line that cannot be read as it is keeps its place, with U+FFFD in it. */
export function linesFrom(source: Buffer, encoding: Encoding, lineEnd: number): Lines {
  const text = utf8From(source, encoding);
  if (text !== null && text.indexOf(0) < 0) return {source, text, bad: null};
  const bad = new Set<number>();
  const pieces: Buffer[] = [];
  let at = 0;
  for (let line = 0; at < source.length; line++) {
    const end = endOfLine(source, encoding, lineEnd, at) || source.length;
    const bytes = source.subarray(at, end);
    const read = utf8From(bytes, encoding);
    if (read === null || read.includes(0)) bad.add(line);
    pieces.push(read ?? replaced(bytes, encoding, lineEnd));
    at = end;
  }
  return {source, text: Buffer.concat(pieces), bad};
}

/** The line with one line end, which is its last byte where the source has one. */
function replaced(bytes: Buffer, encoding: Encoding, lineEnd: number): Buffer {
  const isWhole = endOfLine(bytes, encoding, lineEnd, 0) > 0;
  const content = isWhole ? bytes.subarray(0, bytes.length - unitOf(encoding)) : bytes;
  const mark = String.fromCharCode(lineEnd);
  return Buffer.from(textFrom(content, encoding).replaceAll(mark, " ") + (isWhole ? mark : ""));
}
