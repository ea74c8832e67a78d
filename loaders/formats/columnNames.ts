import type {DescribedColumn} from "#warehouse/engine/engine.js";
import {UserError} from "#warehouse/engine/userError.js";

/** Columns of text; one without a name is called after its place. Throws a UserError when two have one name. */
export function textColumns(name: string, header: readonly string[]): DescribedColumn[] {
  const names = header.map((column, at) => (column === "" ? `column_${at + 1}` : column));
  const seen = new Set<string>();
  for (const column of names) {
    const plain = column.toLowerCase();
    if (seen.has(plain)) {
      throw new UserError(`${name}: the header has column ${shown(column)} twice; rename or remove one of them`);
    }
    seen.add(plain);
  }
  return names.map((column) => ({name: column, type: "varchar"}));
}

/** A name as a sentence can bear it. */
export function shown(column: string): string {
  const line = column.replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 60).toWellFormed()}…` : line;
}
