import type {Encoding} from "../contract.js";
import {LONGEST_RECORD} from "../limits.js";
import {endOfLine, endOfLines, linesFrom, type Lines} from "./lines.js";
import {lineEndOf} from "./lineEnd.js";
import {LINE_FEED} from "./terms.js";
import {unitOf} from "./transcode.js";

/** A run of whole lines of a file. */
export interface Block extends Lines {
  readonly firstByte: number;
  readonly firstLine: number;
  readonly isLast: boolean;
  readonly lineEnd: number;
}

/** How much of a block was used; the rest comes again, with more behind it. */
export interface Taken {
  readonly textBytes: number;
  readonly lines: number;
}

export interface BlockReader {
  take(block: Block): Taken;
  /** Told of a line that is too long to be looked into. */
  tooLong(line: number, firstByte: number, endByte: number, beginning: Buffer): void;
  /** Runs between two blocks. */
  rest(): Promise<void>;
}

const BLOCK_BYTES = 1 << 20;
/** In every encoding this is more than the longest record in UTF-8. */
const LONGEST_LINE = 2 * LONGEST_RECORD;
const SHOWN_BYTES = 16_384;

/** Cuts a file into blocks of whole lines, however long it is. */
export async function readBlocks(bytes: AsyncIterable<Buffer>, encoding: Encoding, reader: BlockReader): Promise<void> {
  const unit = unitOf(encoding);
  let lineEnd = LINE_FEED;
  let held: Buffer = Buffer.alloc(0);
  let firstByte = 0;
  let firstLine = 1;
  let long: {firstByte: number; beginning: Buffer} | null = null;

  const skip = (isLast: boolean) => {
    if (long === null) return;
    const end = endOfLine(held, encoding, lineEnd, 0) || (isLast ? held.length : 0);
    const dropped = end || held.length - (held.length % unit);
    held = held.subarray(dropped);
    firstByte += dropped;
    if (end === 0) return;
    reader.tooLong(firstLine++, long.firstByte, firstByte, long.beginning);
    long = null;
  };

  const use = (isLast: boolean) => {
    skip(isLast);
    if (long !== null) return;
    const end = isLast ? held.length : endOfLines(held, encoding, lineEnd);
    if (end === 0) {
      if (held.length <= LONGEST_LINE) return;
      long = {firstByte, beginning: held.subarray(0, SHOWN_BYTES)};
      return skip(isLast);
    }
    const lines = linesFrom(held.subarray(0, end), encoding, lineEnd);
    const taken = reader.take({...lines, firstByte, firstLine, isLast, lineEnd});
    const used = sourceBytes(lines, taken, encoding, lineEnd);
    held = held.subarray(used);
    firstByte += used;
    firstLine += taken.lines;
  };

  let isFirst = true;
  for await (const chunk of gathered(bytes)) {
    if (isFirst) lineEnd = lineEndOf(chunk, encoding);
    isFirst = false;
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    use(false);
    await reader.rest();
  }
  use(true);
  await reader.rest();
}

function sourceBytes({source, text}: Lines, {textBytes, lines}: Taken, encoding: Encoding, lineEnd: number): number {
  if (textBytes === text.length) return source.length;
  if (source === text) return textBytes;
  let at = 0;
  for (let line = 0; line < lines; line++) at = endOfLine(source, encoding, lineEnd, at);
  return at;
}

async function* gathered(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of bytes) {
    pieces.push(piece);
    size += piece.length;
    if (size < BLOCK_BYTES) continue;
    yield pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces);
    pieces = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(pieces);
}
