import {LONGEST_RECORD, MOST_LINES_OF_A_RECORD} from "../limits.js";
import {beforeBlanks, behindBlanks, blankAt} from "./blanks.js";
import {NONE} from "./terms.js";

/** The bytes that part a text; `quote` is `NONE` where nothing is quoted. */
export interface Marks {
  readonly delimiter: number;
  readonly quote: number;
  /** The byte that ends a line. */
  readonly lineEnd: number;
}

/**
 * `record`: `next` is behind it. `open`: a quoted field goes on behind the end of the text. `broken`: a quote does not close, as
 * was seen at `next`.
 */
export type Reading = "record" | "open" | "broken";

const UNCLOSED = -2;

/** Reads records one by one (RFC 4180); its fields tell of the last one. */
export interface RecordReader {
  /** Reads the record that begins at `at`; the text ends with a line end, or is the last of its file. */
  read(text: Buffer, at: number, isLast: boolean): Reading;
  next: number;
  /** Lines that the record takes. */
  lines: number;
  /** Fields in the record, those beyond the reader's capacity too. */
  count: number;
  /** Lines that a record may take. */
  mostLines: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** 1 where the field was quoted; starts and ends lie inside the quotes. */
  readonly quoted: Uint8Array;
}

/**
 * A quote counts where a field begins, after blanks; a quote inside that is neither doubled nor before the end of a field
 * is taken as it stands, as long as its field ends on the line on which it began.
 */
export function recordReader({delimiter, quote, lineEnd}: Marks, capacity: number): RecordReader {
  const starts = new Int32Array(capacity);
  const ends = new Int32Array(capacity);
  const quoted = new Uint8Array(capacity);
  const reader: RecordReader = {
    read,
    next: 0,
    lines: 0,
    count: 0,
    mostLines: MOST_LINES_OF_A_RECORD,
    starts,
    ends,
    quoted
  };

  function read(text: Buffer, from: number, isLast: boolean): Reading {
    const end = text.length;
    let at = from;
    let count = 0;
    reader.lines = 1;
    for (;;) {
      const start = at;
      let byte = at < end ? text[at]! : lineEnd;
      if (byte <= quote || byte >= 0x80) {
        const opening = quoteAt(text, at, end);
        if (opening !== NONE) {
          const closing = closingQuote(text, opening + 1, from, isLast);
          if (closing < 0) return closing === NONE ? "open" : "broken";
          if (count < capacity) {
            starts[count] = opening + 1;
            ends[count] = closing;
            quoted[count] = 1;
          }
          count++;
          at = closing + 1;
          while (at < end && text[at] !== delimiter && text[at] !== lineEnd) at++;
          byte = at < end ? text[at]! : lineEnd;
          at++;
          if (byte === delimiter) continue;
          break;
        }
      }
      while (at < end && (byte = text[at]!) !== delimiter && byte !== lineEnd) at++;
      if (count < capacity) {
        starts[count] = start;
        ends[count] = at;
        quoted[count] = 0;
      }
      count++;
      if (at >= end) break;
      at++;
      if (byte === lineEnd) break;
    }
    reader.next = Math.min(at, end);
    reader.count = count;
    return "record";
  }

  function quoteAt(text: Buffer, start: number, end: number): number {
    let at = start;
    while (at < end) {
      const byte = text[at]!;
      if (byte === quote) return at;
      const blank = byte === delimiter || byte === lineEnd ? 0 : blankAt(text, at);
      if (blank === 0) return NONE;
      at += blank;
    }
    return NONE;
  }

  /** Where the field's quote closes, `NONE` where more text must tell, and `UNCLOSED` where it never does. */
  function closingQuote(text: Buffer, start: number, from: number, isLast: boolean): number {
    const end = Math.min(text.length, from + LONGEST_RECORD);
    let isStrayInside = false;
    let linesHere = 0;
    for (let at = start; at < end; at++) {
      const byte = text[at]!;
      if (byte === lineEnd) {
        linesHere++;
        if (isStrayInside || ++reader.lines > reader.mostLines) return unclosed(at);
      } else if (byte === quote) {
        if (text[at + 1] === quote && at + 1 < text.length) at++;
        else if (endsField(text, at + 1)) return at;
        else if (linesHere > 0) return unclosed(at);
        else isStrayInside = true;
      }
    }
    return isLast || text.length >= from + LONGEST_RECORD ? unclosed(end) : NONE;
  }

  function unclosed(at: number): typeof UNCLOSED {
    reader.next = at;
    return UNCLOSED;
  }

  function endsField(text: Buffer, start: number): boolean {
    let at = start;
    while (at < text.length) {
      const byte = text[at]!;
      if (byte === delimiter || byte === lineEnd) return true;
      const blank = blankAt(text, at);
      if (blank === 0) return false;
      at += blank;
    }
    return true;
  }

  return reader;
}

/** Whether nothing stands in the record but blanks. */
export function isBlank(text: Buffer, {count, lines, quoted, starts, ends}: RecordReader): boolean {
  return count === 1 && lines === 1 && quoted[0] === 0 && behindBlanks(text, starts[0]!, ends[0]!) >= ends[0]!;
}

/** The text of a field of the last record, without outer blanks. */
export function fieldText(text: Buffer, reader: RecordReader, field: number, quote: number): string {
  const start = behindBlanks(text, reader.starts[field]!, reader.ends[field]!);
  const end = beforeBlanks(text, start, reader.ends[field]!);
  const value = text.toString("utf8", start, end);
  const mark = String.fromCharCode(quote);
  return reader.quoted[field] === 1 ? value.replaceAll(mark + mark, mark) : value;
}
