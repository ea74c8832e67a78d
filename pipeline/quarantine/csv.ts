/** Spreadsheets take a cell that begins like this for a formula, in half or full width. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** A text that no spreadsheet computes: one that begins like a formula stands behind an apostrophe. */
export function inert(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** A line of CSV, its cells inert, quoted where they must be. */
export function csvLine(cells: readonly (string | number | bigint | null)[]): string {
  return `${cells.map(cellOf).join(",")}\r\n`;
}

function cellOf(cell: string | number | bigint | null): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const text = inert(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
