import {columnsFrom, doubles, varchars, type Columns} from "#warehouse/engine/columns.js";

/** Rows of numbers on their way to a table, NaN for null; grows as needed. */
export interface RowBuffer<Name extends string> {
  add(row: Readonly<Record<Name, number>>): void;
  /** Hands over the rows as columns and starts anew. */
  take(): Columns;
}

export function rowBuffer<Name extends string>(names: readonly Name[], capacity = 65_536): RowBuffer<Name> {
  let columns = names.map(() => new Float64Array(capacity));
  let rows = 0;
  return {
    add(row) {
      if (rows === columns[0]!.length) columns = columns.map(grown);
      for (let index = 0; index < names.length; index++) columns[index]![rows] = row[names[index]!];
      rows++;
    },
    take() {
      const taken = columnsFrom(
        Object.fromEntries(names.map((name, index) => [name, doubles(columns[index]!.slice(0, rows))]))
      );
      rows = 0;
      return taken;
    }
  };
}

function grown(values: Float64Array): Float64Array<ArrayBuffer> {
  const next = new Float64Array(values.length * 2);
  next.set(values);
  return next;
}

/** Rows of numbers and text, for the few tables that need text. */
export function columnsOfRows(
  rows: readonly Readonly<Record<string, string | number | null>>[],
  texts: readonly string[]
): Columns {
  const names = Object.keys(rows[0] ?? {});
  return columnsFrom(
    Object.fromEntries(
      names.map((name) => {
        const values = rows.map((row) => row[name] ?? null);
        return [
          name,
          texts.includes(name)
            ? varchars(values as (string | null)[])
            : doubles(Float64Array.from(values, (value) => (value === null ? NaN : Number(value))))
        ];
      })
    )
  );
}
