import {lineEndOf} from "./lineEnd.js";
import {fieldText, isBlank, recordReader} from "./recordReader.js";
import {marksOf} from "./walk.js";

/** A record of a sample. */
export interface SampleRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

const MOST_RECORDS = 200;
const MOST_FIELDS = 16_384;

/** The first records of a text; blank lines and lines with a quote that never closes are left out. */
export function sampleRecords(text: Buffer, delimiter: string, quote: string, isAll: boolean): SampleRecord[] {
  const lineEnd = lineEndOf(text, "utf-8");
  const marks = marksOf({delimiter, quote});
  const reader = recordReader({...marks, lineEnd}, Math.min(MOST_FIELDS, text.length + 1));
  const records: SampleRecord[] = [];
  let line = 1;
  for (let at = 0; at < text.length && records.length < MOST_RECORDS;) {
    const reading = reader.read(text, at, isAll);
    if (reading !== "record") {
      at = text.indexOf(lineEnd, at) + 1 || text.length;
      line++;
      continue;
    }
    if (!isBlank(text, reader)) {
      const count = Math.min(reader.count, MOST_FIELDS);
      records.push({line, fields: Array.from({length: count}, (_, at) => fieldText(text, reader, at, marks.quote))});
    }
    at = reader.next;
    line += reader.lines;
  }
  return records;
}
