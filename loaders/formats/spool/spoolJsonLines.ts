import {objectIn} from "../jsonLines/object.js";
import {LONGEST_RECORD} from "../limits.js";
import {readBlocks} from "../text/blocks.js";
import {endOfLine} from "../text/lines.js";
import {shownText} from "./defects.js";
import type {Spooling} from "./spooling.js";

/** Spools JSON Lines; a member that is an object or a list is kept as JSON. */
export async function spoolJsonLines(
  {index, table, wanted, segments, defects}: Spooling,
  bytes: AsyncIterable<Buffer>
): Promise<{records: number; defects: number}> {
  const {encoding} = table.form!;
  let good = 0;
  let bad = 0;
  const addDefect = (line: number, firstByte: number, endByte: number, text: Buffer) => {
    bad++;
    defects.add({table: index, line, firstByte, endByte, rule: "unreadable", raw: shownText(text)});
  };
  await readBlocks(bytes, encoding, {
    take({text, source, bad: badLines, firstLine, firstByte, lineEnd}) {
      let at = 0;
      let sourceAt = 0;
      let line = 0;
      for (; at < text.length; line++) {
        const end = text.indexOf(lineEnd, at) + 1 || text.length;
        const sourceEnd = source === text ? end : endOfLine(source, encoding, lineEnd, sourceAt) || source.length;
        const content = text.toString("utf8", at, end).trim();
        const object = badLines?.has(line) || end - at > LONGEST_RECORD ? null : objectIn(content);
        if (object !== null) {
          good++;
          segments.texts(
            index,
            firstLine + line,
            wanted.map((name) => textOf(object[name]))
          );
        } else if (content !== "") {
          addDefect(firstLine + line, firstByte + sourceAt, firstByte + sourceEnd, text.subarray(at, end));
        }
        at = end;
        sourceAt = sourceEnd;
      }
      return {textBytes: at, lines: line};
    },
    tooLong: addDefect,
    async rest() {
      await segments.flush();
      await defects.flush();
    }
  });
  return {records: good + bad, defects: bad};
}

function textOf(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === "object" ? JSON.stringify(value) : String(value as string | number | boolean);
}
