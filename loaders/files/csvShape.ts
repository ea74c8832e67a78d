const QUOTE = 0x22;
const COMMA = 0x2c;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

export interface CsvFindings {
  /** The header among them; lines without a byte are no records. */
  readonly records: number;
  /** Line of a quote that was never closed. */
  readonly openQuoteLine: number | null;
  /** The first record with more fields than the header. */
  readonly tooWide: {readonly line: number; readonly fields: number; readonly expected: number} | null;
}

/** Examines the records of a CSV file (RFC 4180) that is fed to it in pieces. */
export interface CsvShape {
  feed(bytes: Uint8Array): void;
  /** Line feeds seen so far. */
  lines(): number;
  finish(): CsvFindings;
}

export function csvShape(): CsvShape {
  let lines = 0;
  let records = 0;
  let fields = 1;
  let expected = 0;
  let tooWide: CsvFindings["tooWide"] = null;
  let inQuotes = false;
  let mayQuote = true; // at the start of a field, or just behind a closing quote, which a second one reopens
  let hasBytes = false;
  let quoteLine = 0;
  const endRecord = () => {
    if (hasBytes) {
      records++;
      if (records === 1) expected = fields;
      else if (fields > expected) tooWide ??= {line: lines, fields, expected};
    }
    hasBytes = false;
    mayQuote = true;
    fields = 1;
  };
  return {
    feed(bytes) {
      for (const byte of bytes) {
        if (byte === LINE_FEED) lines++;
        if (inQuotes) {
          if (byte === QUOTE) inQuotes = false;
          mayQuote = true;
        } else if (byte === QUOTE && mayQuote) {
          inQuotes = hasBytes = true;
          quoteLine = lines + 1;
        } else if (byte === LINE_FEED) {
          endRecord();
        } else if (byte !== CARRIAGE_RETURN) {
          hasBytes = true;
          mayQuote = byte === COMMA;
          if (mayQuote) fields++;
        }
      }
    },
    lines: () => lines,
    finish() {
      const openQuoteLine = inQuotes ? quoteLine : null;
      lines++;
      endRecord();
      return {records, openQuoteLine, tooWide};
    }
  };
}

/** The fields of the first record of a CSV text, without a byte order mark. */
export function csvHeader(text: string): string[] {
  const fields: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;
  field.lastIndex = text.startsWith("\ufeff") ? 1 : 0;
  for (let match = field.exec(text); match !== null; match = field.exec(text)) {
    fields.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] !== ",") break;
  }
  return fields;
}
