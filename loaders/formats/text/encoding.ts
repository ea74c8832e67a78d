import type {Encoding} from "../contract.js";
import {endOfLine} from "./lines.js";
import {CARRIAGE_RETURN, LINE_FEED} from "./terms.js";
import {textFrom, utf8From} from "./transcode.js";

const HANZI = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/g;
const NOT_ASCII = /\P{ASCII}/gu;
/** Share of the bytes of a text that a damaged line may have made NUL. */
const MOST_NULS = 0.05;
/** Digits, delimiters and line ends are at least every tenth character of a table. */
const LEAST_WIDE_ASCII = 0.05;

/** The encoding of a text by samples of it, of which the first is its beginning; null where they are no text. */
export function encodingOf(samples: readonly Buffer[]): Encoding | null {
  const head = samples[0]!;
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  const wide = wideEncoding(head);
  if (wide !== null) return wide;
  if (shareOf(head, (byte) => byte === 0 || (byte < 0x20 && (byte < 0x09 || byte > 0x0d))) > MOST_NULS) return null;
  return isGb18030(samples) ? "gb18030" : "utf-8";
}

/** UTF-16 without a mark: its ASCII characters are pairs of a NUL and another byte, the NUL always on the same side. */
function wideEncoding(head: Buffer): Encoding | null {
  const isAscii = (byte: number) => byte >= 0x09 && byte < 0x7f;
  const little = shareOf(head, (byte, at) => at % 2 === 0 && isAscii(byte) && head[at + 1] === 0);
  const big = shareOf(head, (byte, at) => at % 2 === 0 && byte === 0 && isAscii(head[at + 1] ?? 0));
  if (Math.max(little, big) < LEAST_WIDE_ASCII || Math.min(little, big) > Math.max(little, big) / 4) return null;
  const encoding = little > big ? "utf-16le" : "utf-16be";
  return endOfLine(head, encoding, LINE_FEED, 0) + endOfLine(head, encoding, CARRIAGE_RETURN, 0) > 0 ? encoding : null;
}

/** Lines that are no UTF-8 and mostly hanzi in GB18030, more of them than lines of other characters in UTF-8. */
function isGb18030(samples: readonly Buffer[]): boolean {
  let inUtf8 = 0;
  let inGb18030 = 0;
  for (const line of samples.flatMap(wholeLines)) {
    if (line.every((byte) => byte < 0x80)) continue;
    if (utf8From(line, "utf-8") !== null) inUtf8++;
    else if (isHanzi(utf8From(line, "gb18030"))) inGb18030++;
  }
  return inGb18030 > inUtf8;
}

function isHanzi(text: Buffer | null): boolean {
  const characters = text?.toString() ?? "";
  const others = characters.match(NOT_ASCII)?.length ?? 0;
  return others > 0 && (characters.match(HANZI)?.length ?? 0) >= others / 2;
}

/** The lines of a sample that are whole; the first of a later sample begins anywhere. */
function wholeLines(sample: Buffer, index: number): Buffer[] {
  const lines: Buffer[] = [];
  let start = 0;
  for (let at = 0; at <= sample.length; at++) {
    const byte = sample[at];
    if (byte !== LINE_FEED && byte !== CARRIAGE_RETURN && byte !== undefined) continue;
    if (byte !== undefined || index === 0) lines.push(sample.subarray(start, at));
    start = at + 1;
  }
  return index === 0 ? lines : lines.slice(1);
}

function shareOf(bytes: Buffer, is: (byte: number, at: number) => boolean): number {
  let count = 0;
  for (let at = 0; at < bytes.length; at++) if (is(bytes[at]!, at)) count++;
  return bytes.length === 0 ? 0 : count / bytes.length;
}

/** The sample as text, up to its last line end where it is not all of the file. */
export function sampleText(sample: Buffer, encoding: Encoding, isAll: boolean): string {
  const text = textFrom(sample, encoding).replace(/^\ufeff/, "");
  const end = isAll ? -1 : Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r"));
  return end > 0 ? text.slice(0, end + 1) : text;
}
