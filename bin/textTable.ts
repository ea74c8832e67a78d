/** A table in columns that stand under each other; Chinese letters are two columns wide. Numbers stand to the right. */
export function textTable(
  table: readonly (readonly string[])[],
  {right = new Set<number>()}: {readonly right?: ReadonlySet<number>} = {}
): string {
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => widthOf(row[column]!))));
  return table
    .map((row) =>
      row
        .map((cell, column) => {
          const blank = " ".repeat(widths[column]! - widthOf(cell));
          return right.has(column) ? blank + cell : cell + blank;
        })
        .join("  ")
        .trimEnd()
    )
    .join("\n");
}

/** Columns of a terminal that a text takes. */
export function widthOf(text: string): number {
  return [...text].reduce(
    (width, letter) =>
      width +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(letter)
        ? 2
        : 1),
    0
  );
}

const BARS = [..."▁▂▃▄▅▆▇█"];

/** Bars from zero to the largest value, or to `largest`, one letter each; a dot where there is none. */
export function bars(
  values: readonly (number | null)[],
  largest = Math.max(0, ...values.map((value) => value ?? 0))
): string {
  return values
    .map((value) => (value === null ? "·" : BARS[largest === 0 ? 0 : Math.min(7, Math.floor((value / largest) * 8))]!))
    .join("");
}
