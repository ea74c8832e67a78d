import type {Text} from "#warehouse/contract.js";

/** A table in Markdown; what comes from data cannot end a cell or begin markup. */
export function markdownTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(inCell).join(" | ")} |`;
  return [line(heads), `|${heads.map(() => "---").join("|")}|`, ...rows.map(line)].join("\n");
}

/** The same table under heads of either language. */
export function tableText(
  heads: readonly Text[],
  rows: (language: "en" | "zh") => readonly (readonly string[])[]
): Text {
  const of = (language: "en" | "zh") =>
    markdownTable(
      heads.map((head) => head[language]),
      rows(language)
    );
  return {en: of("en"), zh: of("zh")};
}

export function inCell(text: string): string {
  return text.replaceAll(/[\\`*_[\]|<>]/g, (letter) => `\\${letter}`).replaceAll(/\s+/g, " ");
}

/** A share in per cent. */
export function percent(share: number, digits = 2): string {
  return `${(100 * share).toFixed(digits)} %`;
}

/** A number with the thousands parted. */
export function whole(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ",");
}
