type Row = readonly string[];

/** A header among the rows of a table. */
export interface FoundHeader {
  /** Place of its first row among the rows that were given. */
  readonly row: number;
  /** As wide as the rows below it. */
  readonly fields: Row;
}

const MOST_ROWS_ABOVE = 50;
const ROWS_BELOW = 60;
const SHARE_OF_NAMES = 0.5;
/** Share of the fields that a title does not fill. */
const SHARE_OF_A_ROW = 2 / 3;
const NUMBER_OR_DATE = /^[-+(¥$€]?\d[\d.,:/\-\s年月日TZ%)]*$/;

/**
 * The first row whose fields are mostly names and that is as wide as most rows below it; titles above are narrower or
 * mostly empty. A row that lacks only the name of a last column without values is as wide. Where no row is like that, the first row of names;
 * null where there is none.
 */
export function findHeader(rows: readonly Row[]): FoundHeader | null {
  const usual = usualWidth(rows);
  const isRow = (fields: Row) =>
    fields.length === usual && fields.filter((field) => field !== "").length > Math.max(1, usual * SHARE_OF_A_ROW);
  let firstNames: FoundHeader | null = null;
  for (const [row, fields] of rows.slice(0, MOST_ROWS_ABOVE).entries()) {
    const isHeader = areNames(fields);
    const wide = isHeader ? asWideAs(rows.slice(row + 1, row + 1 + ROWS_BELOW), fields) : null;
    if (wide !== null) return {row, fields: wide};
    if (isHeader && fields.length > 1) firstNames ??= {row, fields};
    if (isRow(fields)) break; // what comes below a row of the table is no header
  }
  return firstNames;
}

/** The names of columns whose header takes several rows: what stands above several columns stands above each. */
export function joinedHeader(rows: readonly Row[]): string[] {
  const filled = rows.map((row, at) => (at === rows.length - 1 ? row : filledToTheRight(row)));
  const width = Math.max(...rows.map(({length}) => length));
  return Array.from({length: width}, (_, column) => {
    const parts = filled.map((row) => row[column] ?? "").filter((part) => part !== "");
    return [...new Set(parts)].join(" ");
  });
}

function filledToTheRight(row: Row): string[] {
  let last = "";
  return row.map((field) => (last = field === "" ? last : field));
}

function asWideAs(below: readonly Row[], fields: Row): Row | null {
  const width = usualWidth(below) ?? fields.length;
  if (width === fields.length) return fields;
  const hasEmptyEnd = below.every((row) => row.length !== width || row.at(-1) === "");
  return width === fields.length + 1 && hasEmptyEnd ? [...fields, ""] : null;
}

function areNames(fields: Row): boolean {
  const names = fields.filter((field) => field !== "" && !NUMBER_OR_DATE.test(field));
  return names.length >= Math.max(1, fields.length * SHARE_OF_NAMES) && new Set(names).size * 2 > names.length;
}

/** The number of fields that most rows have; null where there are no rows. */
export function usualWidth(rows: readonly Row[]): number | null {
  const counts = new Map<number, number>();
  for (const {length} of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  let usual: number | null = null;
  for (const [width, count] of counts) if (usual === null || count > counts.get(usual)!) usual = width;
  return usual;
}
