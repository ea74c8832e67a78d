import {fileBytes} from "../archives/fileBytes.js";
import type {FoundTable, ReadingOptions} from "../contract.js";
import {readBlocks} from "../text/blocks.js";

/** The text of lines of a CSV file, without their ends; lines count from 1. Lines that the file lacks are left out. */
export async function rawLines(
  {file, form}: FoundTable,
  lines: readonly number[],
  options: ReadingOptions = {}
): Promise<ReadonlyMap<number, string>> {
  const wanted = [...new Set(lines)].sort((a, b) => a - b);
  const found = new Map<number, string>();
  let next = 0;
  const bytes = until(fileBytes(file.path, options), () => next >= wanted.length);
  await readBlocks(bytes, form!.encoding, {
    take({text, firstLine, lineEnd}) {
      let line = firstLine;
      let at = 0;
      for (; at < text.length && next < wanted.length; line++) {
        const end = text.indexOf(lineEnd, at) + 1 || text.length;
        if (line === wanted[next]) {
          found.set(line, text.toString("utf8", at, end).replace(/^\ufeff|[\r\n]+$/g, ""));
          next++;
        }
        at = end;
      }
      return {textBytes: text.length, lines: line - firstLine};
    },
    tooLong: (line, _firstByte, _endByte, beginning) => {
      if (line === wanted[next]) found.set(line, beginning.toString("utf8"));
      while (wanted[next]! <= line) next++;
    },
    rest: () => Promise.resolve()
  });
  return found;
}

async function* until(bytes: AsyncIterable<Buffer>, isEnough: () => boolean): AsyncGenerator<Buffer> {
  for await (const piece of bytes) {
    if (isEnough()) return;
    yield piece;
  }
}
