import {isAscii, isUtf8} from "node:buffer";
import {createHash} from "node:crypto";
import {fileBytes} from "../archives/fileBytes.js";
import type {FoundTable, ReadingOptions, Scan} from "../contract.js";
import {headerWidth} from "./headerWidth.js";
import {lineScan} from "./lineScan.js";
import {quoteScan} from "./quoteScan.js";
import {hasOuterWideBlank} from "./wideBlanks.js";

/** One pass over a CSV file: its size and hash, its records, and whether the engine can read it as it lies. */
export async function scan({file, form, columns}: FoundTable, options: ReadingOptions = {}): Promise<Scan> {
  const hash = createHash("sha256");
  const lines = lineScan(form!.delimiter, columns.length);
  const quotes = quoteScan(form!.delimiter);
  let bytes = 0;
  let isPlain = true;
  let cut: Buffer = Buffer.alloc(0);
  for await (const chunk of fileBytes(file.path, options)) {
    hash.update(chunk);
    const hasOuterBlank = lines.feed(chunk);
    const isFollowed = quotes.feed(chunk);
    if (isPlain) {
      if (bytes === 0) isPlain = headerWidth(chunk, form!) === columns.length;
      if (cut.length > 0 || !isAscii(chunk)) {
        const text = cut.length === 0 ? chunk : Buffer.concat([cut, chunk]);
        const end = wholeCharacters(text);
        isPlain &&= isUtf8(text.subarray(0, end)) && !hasOuterWideBlank(text.subarray(0, end), form!, bytes === 0);
        cut = text.subarray(end);
      }
      isPlain &&= chunk.indexOf(0) < 0 && (isFollowed || !hasOuterBlank) && quotes.isPlain();
    }
    bytes += chunk.length;
  }
  isPlain &&= cut.length === 0 && lines.isPlain() && quotes.finish();
  const records = Math.max(0, lines.lines() - 1);
  return {bytes, sha256: hash.digest("hex"), records, marks: lines.marks(), isPlain};
}

/** Where the last character that is cut off begins, or the end. */
function wholeCharacters(text: Buffer): number {
  for (let back = 1; back <= Math.min(3, text.length); back++) {
    const byte = text[text.length - back]!;
    if (byte < 0x80) return text.length;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? text.length - back : text.length;
  }
  return text.length;
}
