import {literal, type DescribedColumn} from "#warehouse/engine/engine.js";
import type {ColumnMapping} from "./contract.js";
import {numberSql} from "./numberSql.js";
import {columnExpression, filled, textOf, type Expression} from "./sourceColumn.js";

/** The columns of `source_rows` that a mapping names, in order. */
export function columnsReadBy({from, firstOf, join, negative}: ColumnMapping): string[] {
  const joined = join?.columns.filter((part): part is string => typeof part === "string") ?? [];
  return [from, ...(firstOf ?? []), ...joined, negative].filter((name): name is string => name !== undefined);
}

/** What a mapping takes from the file, before codes, dates and numbers are read. The columns that it names are there. */
export function baseExpression(mapping: ColumnMapping, columns: readonly DescribedColumn[]): Expression {
  const column = (name: string) => columnExpression(name, columns)!;
  if (mapping.from !== undefined) return column(mapping.from);
  if (mapping.firstOf !== undefined) {
    return {sql: `coalesce(${mapping.firstOf.map((name) => filled(column(name))).join(", ")})`, type: "varchar"};
  }
  if (mapping.join !== undefined) {
    const parts = mapping.join.columns.map((part) =>
      typeof part === "string" ? filled(column(part)) : fileNamePart(part.fileName)
    );
    return {sql: `(${parts.join(` || ${literal(mapping.join.with)} || `)})`, type: "varchar"};
  }
  if (mapping.fileName !== undefined) return {sql: fileNamePart(mapping.fileName), type: "varchar"};
  if (mapping.negative !== undefined) {
    const amount = numberSql(column(mapping.negative), mapping.number ?? {}, "double");
    return {sql: `(${amount} < 0)`, type: "boolean"};
  }
  return {sql: literal(String(mapping.value ?? "")), type: "varchar"};
}

/** What stood in the file where a mapping reads, as text. */
export function saidExpression(mapping: ColumnMapping, columns: readonly DescribedColumn[]): string {
  const base =
    mapping.negative === undefined ? baseExpression(mapping, columns) : columnExpression(mapping.negative, columns)!;
  return textOf(base);
}

function fileNamePart(pattern: string): string {
  return `nullif(regexp_extract(source_file, ${literal(pattern)}, 1), '')`;
}
