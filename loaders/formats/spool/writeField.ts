import {CARRIAGE_RETURN, COMMA, LINE_FEED, QUOTE} from "../text/terms.js";

const ZERO = 0x30;

/**
 * Writes a field into `out` at `at`, in quotes where it holds a mark of the canonical form, and returns where it ends. A doubled
 * `doubled` in it stands for one.
 */
export function writeField(out: Buffer, at: number, text: Buffer, from: number, end: number, doubled: number): number {
  let to = at;
  for (let read = from; read < end; read++) {
    const byte = text[read]!;
    if (byte <= COMMA && (byte === COMMA || byte === QUOTE || byte === LINE_FEED || byte === CARRIAGE_RETURN)) {
      return writeQuoted(out, at, text, from, end, doubled);
    }
    out[to++] = byte;
    if (byte === doubled && read + 1 < end && text[read + 1] === byte) read++;
  }
  return to;
}

/** Line ends in it become line feeds: from a carriage return the engine would conclude how lines of the segment end. */
function writeQuoted(out: Buffer, at: number, text: Buffer, from: number, end: number, doubled: number): number {
  let to = at;
  out[to++] = QUOTE;
  for (let read = from; read < end; read++) {
    const byte = text[read]!;
    if (byte === CARRIAGE_RETURN) {
      if (text[read + 1] !== LINE_FEED || read + 1 >= end) out[to++] = LINE_FEED;
      continue;
    }
    if (byte === QUOTE) out[to++] = QUOTE;
    out[to++] = byte;
    if (byte === doubled && read + 1 < end && text[read + 1] === byte) read++;
  }
  out[to++] = QUOTE;
  return to;
}

/** Writes the place of a record: its table and its line. */
export function writePlace(out: Buffer, at: number, table: number, line: number): number {
  const to = writeNumber(out, at, table);
  out[to] = COMMA;
  return writeNumber(out, to + 1, line);
}

function writeNumber(out: Buffer, at: number, value: number): number {
  let digits = 1;
  for (let rest = value; rest >= 10; rest = Math.floor(rest / 10)) digits++;
  for (let place = at + digits - 1, rest = value; place >= at; place--) {
    const next = Math.floor(rest / 10);
    out[place] = ZERO + rest - next * 10;
    rest = next;
  }
  return at + digits;
}
