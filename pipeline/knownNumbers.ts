import {numbersOf, type Columns} from "#warehouse/engine/columns.js";

/** Reads numbers of columns by name and row; null where there is none. */
export function knownNumbers(columns: Columns): (name: string, row: number) => number | null {
  const read = new Map<string, Float64Array>();
  return (name, row) => {
    if (!read.has(name)) read.set(name, numbersOf(columns, name));
    const value = read.get(name)![row]!;
    return Number.isNaN(value) ? null : value;
  };
}
