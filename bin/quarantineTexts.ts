import type {QuarantinedRow, QuarantinedRule} from "#pipeline/quarantine.js";
import {count} from "./count.js";
import {textTable} from "./textTable.js";

/** The counts of a quarantine, a line for each rule. */
export function listText({rules}: {readonly rules: readonly QuarantinedRule[]}): string {
  if (rules.length === 0) return "Every row was loaded: the quarantine is empty.";
  const lines = rules.map(({extract, rule, column, rows, replayed, latestBatch}) => [
    extract,
    rule,
    column ?? "",
    count(rows),
    count(replayed),
    String(latestBatch)
  ]);
  return textTable([["extract", "rule", "column", "rows", "loaded since", "latest batch"], ...lines]);
}

/** Rows of a quarantine, each with what to do about it. */
export function shownText({
  extract,
  rows
}: {
  readonly extract: string;
  readonly rows: readonly QuarantinedRow[];
}): string {
  if (rows.length === 0) return `No such row of ${extract} is in quarantine.`;
  return rows
    .map(({file, line, column, value, rule, remedy}) => {
      const where = `${printable(file)}, line ${line}${column === null ? "" : `, column ${column}`}`;
      const what = value === null ? "" : ` ${printable(JSON.stringify(value))}`;
      return `${where}: ${rule}${what}; ${remedy}`;
    })
    .join("\n");
}

/** Without what a terminal would act upon. */
export function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (symbol) => `\\u${symbol.codePointAt(0)!.toString(16).padStart(4, "0")}`
  );
}
