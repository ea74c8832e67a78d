import {marksOf, walk} from "../text/walk.js";
import {shownText} from "./defects.js";
import type {Spooling} from "./spooling.js";

/** Spools a separated text. */
export async function spoolSeparated(
  {index, table, wanted, segments, defects}: Spooling,
  bytes: AsyncIterable<Buffer>
): Promise<{records: number; defects: number}> {
  const form = table.form!;
  const {quote} = marksOf(form);
  const order = Int32Array.from(wanted, (name) => table.columns.findIndex((column) => column.name === name));
  let good = 0;
  let bad = 0;
  await walk(bytes, form, table.columns.length, {
    record(line, text, reader) {
      good++;
      segments.record(index, line, text, reader, order, quote);
    },
    isTold: (kind) => kind === "wrong_field_count" || kind === "unreadable",
    stretch({kind, line, firstByte, endByte, text}) {
      bad++;
      const rule = kind === "wrong_field_count" ? kind : "unreadable";
      defects.add({table: index, line, firstByte, endByte, rule, raw: shownText(text)});
    },
    async rest() {
      await segments.flush();
      await defects.flush();
    }
  });
  return {records: good + bad, defects: bad};
}
