import type {TextForm} from "../contract.js";
import {LONGEST_RECORD} from "../limits.js";
import {readBlocks, type Block, type Taken} from "./blocks.js";
import {endOfLine} from "./lines.js";
import {isBlank, recordReader, type RecordReader} from "./recordReader.js";
import {NONE} from "./terms.js";

export type StretchKind = "above" | "header" | "record" | "blank" | "wrong_field_count" | "unreadable";

/** Lines of a file that belong together; all stretches, one behind the other, are the file. */
export interface Stretch {
  readonly kind: StretchKind;
  readonly line: number;
  readonly firstByte: number;
  /** Behind the last byte. */
  readonly endByte: number;
  /** The beginning of it, in UTF-8. */
  readonly text: Buffer;
}

export interface Walker {
  /** Told of each record that has the right number of fields. */
  record(line: number, text: Buffer, reader: RecordReader): void;
  /** Told of what is no such record; of those too where `isTold` says so. */
  stretch(stretch: Stretch): void;
  readonly isTold?: (kind: StretchKind) => boolean;
  rest(): Promise<void>;
}

/** What is read twice because a quote did not close; beyond it, no field of the file may reach over a line end. */
const MOST_BYTES_READ_AGAIN = 256 << 20;

/** Goes through all records of a separated text that has `width` columns. */
export async function walk(bytes: AsyncIterable<Buffer>, form: TextForm, width: number, walker: Walker): Promise<void> {
  const {isTold = (kind) => kind !== "record"} = walker;
  let above = form.headerRow - 1;
  let header = form.headerRows;
  let readAgain = 0;
  let reader: RecordReader | null = null;

  const take = (block: Block): Taken => {
    const {text, bad, lineEnd} = block;
    reader ??= recordReader({...marksOf(form), lineEnd}, width);
    const place = placesIn(block, form);
    let at = 0;
    let line = 0;

    const pass = (kind: StretchKind, end: number, lines: number) => {
      if (isTold(kind)) {
        const firstByte = place(at, line);
        const endByte = end === text.length ? block.firstByte + block.source.length : place(end, line + lines);
        walker.stretch({kind, line: block.firstLine + line, firstByte, endByte, text: text.subarray(at, end)});
      }
      at = end;
      line += lines;
    };

    while (at < text.length) {
      if (above > 0) {
        above--;
        pass("above", lineFrom(text, at, lineEnd), 1);
        continue;
      }
      const reading = reader.read(text, at, block.isLast);
      if (reading === "open") break;
      const {next, lines, count} = reader;
      if (header > 0) {
        header--;
        if (reading === "record") pass("header", next, lines);
        else pass("header", lineFrom(text, at, lineEnd), 1);
      } else if (bad?.has(line)) {
        pass("unreadable", lineFrom(text, at, lineEnd), 1);
      } else if (reading === "broken" || (lines > 1 && count !== width)) {
        readAgain += next - at;
        if (readAgain > MOST_BYTES_READ_AGAIN) reader.mostLines = 1;
        pass("unreadable", lineFrom(text, at, lineEnd), 1);
      } else if (next - at > LONGEST_RECORD || (bad !== null && hasBad(bad, line, lines))) {
        pass("unreadable", next, lines);
      } else if (isBlank(text, reader)) {
        pass("blank", next, lines);
      } else if (count !== width) {
        pass("wrong_field_count", next, lines);
      } else {
        walker.record(block.firstLine + line, text, reader);
        pass("record", next, lines);
      }
    }
    return {textBytes: at, lines: line};
  };

  await readBlocks(bytes, form.encoding, {
    take,
    tooLong: (line, firstByte, endByte, text) => walker.stretch({kind: "unreadable", line, firstByte, endByte, text}),
    rest: () => walker.rest()
  });
}

/** The bytes that part a text of a form. */
export function marksOf({delimiter, quote}: Pick<TextForm, "delimiter" | "quote">): {delimiter: number; quote: number} {
  return {delimiter: delimiter.charCodeAt(0), quote: quote === "" ? NONE : quote.charCodeAt(0)};
}

function lineFrom(text: Buffer, at: number, lineEnd: number): number {
  return text.indexOf(lineEnd, at) + 1 || text.length;
}

function hasBad(bad: ReadonlySet<number>, first: number, lines: number): boolean {
  for (let line = first; line < first + lines; line++) if (bad.has(line)) return true;
  return false;
}

/** Where in the file a line of the block begins, given where it begins in its text; lines are asked for from the first on. */
function placesIn(
  {source, text, firstByte, lineEnd}: Block,
  {encoding}: TextForm
): (at: number, line: number) => number {
  if (source === text) return (at) => firstByte + at;
  let known = 0;
  let knownAt = 0;
  return (_, line) => {
    for (; known < line; known++) knownAt = endOfLine(source, encoding, lineEnd, knownAt);
    return firstByte + knownAt;
  };
}
