import {UserError} from "#warehouse/engine/userError.js";
import {textColumns} from "../columnNames.js";
import type {DeliveredFile, Encoding, FoundTable, Hints, TextForm} from "../contract.js";
import {findHeader, joinedHeader, usualWidth} from "../header.js";
import {sampleRecords, type SampleRecord} from "./sample.js";

const DELIMITERS = [",", "\t", ";", "|"] as const;
const QUOTES = ['"', "'"] as const;
const DELIMITER_LINE = /^sep=(.)\r?\n/i;

/** A sample of a text, in UTF-8. */
export interface TextSample {
  readonly text: string;
  readonly isAll: boolean;
  readonly encoding: Encoding;
}

interface Candidate {
  readonly delimiter: string;
  readonly quote: string;
  readonly records: readonly SampleRecord[];
}

/** The table in a separated text. Throws a UserError where no header can be made out. */
export function separatedTable(
  name: string,
  file: DeliveredFile,
  part: string | null,
  sample: TextSample,
  hints: Hints
): FoundTable {
  checkMarks(name, hints);
  const {delimiter, quote, records} = bestCandidate(sample, hints);
  const {line, rows, fields} = headerIn(name, records, hints);
  const form: TextForm = {encoding: sample.encoding, delimiter, quote, headerRow: line, headerRows: rows};
  return {name, file, part, format: "csv", columns: textColumns(name, fields), form};
}

function headerIn(
  name: string,
  records: readonly SampleRecord[],
  {headerRow, headerRows = 1}: Hints
): {line: number; rows: number; fields: readonly string[]} {
  if (headerRow === undefined && headerRows === 1) {
    const found = findHeader(records.map(({fields}) => fields));
    if (found !== null) return {line: records[found.row]!.line, rows: 1, fields: found.fields};
    throw noHeader(name);
  }
  const first = records.findIndex(({line}) => line >= (headerRow ?? 1));
  if (first < 0) throw noHeader(name);
  const rows = records.slice(first, first + headerRows);
  return {line: headerRow ?? rows[0]!.line, rows: headerRows, fields: joinedHeader(rows.map(({fields}) => fields))};
}

function checkMarks(name: string, {delimiter = ",", quote = '"'}: Hints): void {
  const wrong = [delimiter, quote || '"'].find((mark) => !/^[\t -~]$/.test(mark));
  if (wrong === undefined) return;
  throw new UserError(`${name}: ${JSON.stringify(wrong)} cannot part or quote fields; name one ASCII character`);
}

function noHeader(name: string): UserError {
  return new UserError(
    `${name}: no line is recognised as a header of column names; put one above the rows, or name its line as headerRow`
  );
}

/** The delimiter with which most records are equally wide, and the wider the better. */
function bestCandidate(sample: TextSample, hints: Hints): Candidate {
  const text = Buffer.from(sample.text);
  const stated = DELIMITER_LINE.exec(sample.text)?.[1];
  const said = hints.delimiter ?? stated;
  const quote = hints.quote ?? quoteIn(sample.text);
  const delimiters = said === undefined ? DELIMITERS : [said];
  const candidates = delimiters.map((delimiter) => ({
    delimiter,
    quote,
    records: sampleRecords(text, delimiter, quote, sample.isAll).slice(stated === undefined ? 0 : 1)
  }));
  return candidates.reduce((best, candidate) => (score(candidate) > score(best) ? candidate : best));
}

function score({records}: Candidate): number {
  const widths = records.map(({fields}) => fields);
  const usual = usualWidth(widths.filter(({length}) => length > 1)) ?? 1;
  if (usual === 1) return 0;
  const share = widths.filter(({length}) => length === usual).length / widths.length;
  return share + Math.min(usual, 1000) / 1e4;
}

/** Double quotes, unless fields stand in single quotes and none in double ones. */
function quoteIn(text: string): string {
  const [double, single] = QUOTES.map(
    (quote) =>
      text.match(new RegExp(`(^|[,\\t;|\\n])${quote}[^${quote}\\n]*${quote}(?=[,\\t;|\\r\\n]|$)`, "g"))?.length ?? 0
  );
  return double === 0 && single! > 1 ? "'" : '"';
}
