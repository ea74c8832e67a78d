import {CARRIAGE_RETURN, LINE_FEED, SPACE, TAB} from "./terms.js";

/** Bytes of the blank that begins at `at`, or 0 where none does; U+00A0, U+3000 and U+FEFF are blanks. */
export function blankAt(text: Buffer, at: number): number {
  const byte = text[at]!;
  if (byte === SPACE || byte === TAB || byte === CARRIAGE_RETURN || byte === LINE_FEED) return 1;
  if (byte === 0xc2) return text[at + 1] === 0xa0 ? 2 : 0;
  if (byte === 0xe3) return text[at + 1] === 0x80 && text[at + 2] === 0x80 ? 3 : 0;
  if (byte === 0xef) return text[at + 1] === 0xbb && text[at + 2] === 0xbf ? 3 : 0;
  return 0;
}

/** First byte from `start` on, before `end`, that belongs to no blank. */
export function behindBlanks(text: Buffer, start: number, end: number): number {
  let at = start;
  while (at < end) {
    const bytes = blankAt(text, at);
    if (bytes === 0) return at;
    at += bytes;
  }
  return end;
}

/** Behind the last byte before `end`, from `start` on, that belongs to no blank. */
export function beforeBlanks(text: Buffer, start: number, end: number): number {
  let at = end;
  while (at > start) {
    const byte = text[at - 1]!;
    if (byte > SPACE && byte < 0x80) return at;
    const first = byte < 0x80 ? at - 1 : at - 2 >= start && blankAt(text, at - 2) === 2 ? at - 2 : at - 3;
    if (first < start || blankAt(text, first) !== at - first) return at;
    at = first;
  }
  return start;
}
