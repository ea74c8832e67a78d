import {CARRIAGE_RETURN, LINE_FEED, QUOTE, SPACE, TAB} from "../text/terms.js";
import {delimiterCount} from "./delimiterCount.js";

/** Counts the lines of a text that is fed to it in pieces, and watches for what the engine reads in another way. */
export interface LineScan {
  /** Returns whether a blank stood beside a delimiter or a line end. */
  feed(bytes: Buffer): boolean;
  lines(): number;
  /** Byte at which every `MARKED_LINES`-th line begins, from the first on. */
  marks(): readonly number[];
  /** Whether there was but one kind of line end, no blank or endless line, and no empty field too many at the end of a line. */
  isPlain(): boolean;
}

const LONGEST_LINE = 1 << 20;
/** Lines from one mark to the next. */
export const MARKED_LINES = 1 << 10;

export function lineScan(delimiterMark: string, fields: number): LineScan {
  const delimiter = delimiterMark.charCodeAt(0);
  const delimiters = delimiterCount(delimiter);
  let feeds = 0;
  let returns = 0;
  let isPlain = true;
  let last = LINE_FEED;
  let lineBytes = 0;
  let fed = 0;
  const marks = [0];

  /** What stands beside a blank that is the first or the last of its piece is known only with the next piece. */
  const isEdge = (byte: number) => byte === delimiter || byte === LINE_FEED || byte === CARRIAGE_RETURN;
  const isBlank = (byte: number) => (byte === SPACE || byte === TAB) && byte !== delimiter;

  const feed = (bytes: Buffer) => {
    const {length} = bytes;
    if (length === 0) return false;
    let hasOuterBlank = isBlank(last) && isEdge(bytes[0]!);
    if (last === CARRIAGE_RETURN && bytes[0] !== LINE_FEED) isPlain = false;
    let lineStart = -lineBytes;
    /** The engine passes over empty fields behind the last column, and so over a row that is shifted by one. */
    const hasFieldsTooMany = (end: number) => {
      const tail = bytes[end - 1] === CARRIAGE_RETURN ? bytes[end - 2] : bytes[end - 1];
      if (lineStart >= 0 && tail !== delimiter && tail !== QUOTE) return false;
      if (lineStart >= 0) delimiters.begin();
      delimiters.add(bytes, Math.max(0, lineStart), end);
      return delimiters.count() >= fields;
    };
    const look = (at: number) => {
      const byte = bytes[at]!;
      if (byte > SPACE) return;
      const before = at > 0 ? bytes[at - 1]! : last;
      if (byte === LINE_FEED) {
        feeds++;
        const size = at - lineStart - (before === CARRIAGE_RETURN ? 1 : 0);
        if (before === CARRIAGE_RETURN) returns++;
        if (size === 0 || size > LONGEST_LINE || hasFieldsTooMany(at)) isPlain = false;
        lineStart = at + 1;
        if (feeds % MARKED_LINES === 0) marks.push(fed + lineStart);
      } else if (byte === CARRIAGE_RETURN) {
        if (at + 1 < length && bytes[at + 1] !== LINE_FEED) isPlain = false;
      } else if (isBlank(byte)) {
        if (isEdge(before) || (at + 1 < length && isEdge(bytes[at + 1]!))) hasOuterBlank = true;
      }
    };
    const words = wordsIn(bytes);
    for (let word = 0, at = 0; word < words.length; word++, at += 4) {
      const four = words[word]!;
      if (((four - 0x21212121) & ~four & 0x80808080) === 0) continue; // none of the four bytes is a blank or a line end
      look(at);
      look(at + 1);
      look(at + 2);
      look(at + 3);
    }
    for (let at = words.length * 4; at < length; at++) look(at);
    lineBytes = length - lineStart;
    if (lineStart >= 0) delimiters.begin();
    delimiters.add(bytes, Math.max(0, lineStart), length);
    if (lineBytes > LONGEST_LINE) isPlain = false;
    last = bytes[length - 1]!;
    fed += length;
    return hasOuterBlank;
  };

  return {
    feed,
    lines: () => feeds + (lineBytes > 0 ? 1 : 0),
    marks: () => marks,
    isPlain: () =>
      isPlain &&
      last !== CARRIAGE_RETURN &&
      last !== delimiter &&
      !isBlank(last) &&
      (lineBytes === 0 || delimiters.count() < fields) &&
      (returns === 0 || returns === feeds)
  };
}

/** The bytes by fours, as far as there are four; none where they do not lie at the edge of a word. */
function wordsIn({buffer, byteOffset, length}: Buffer): Int32Array {
  return byteOffset % 4 === 0 ? new Int32Array(buffer, byteOffset, length >> 2) : new Int32Array(0);
}
