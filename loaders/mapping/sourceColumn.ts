import type {DescribedColumn} from "#warehouse/engine/engine.js";

/** What a mapping may name beside the columns of the file. Lines are counted only after a plain file was mapped. */
export const PLACE_COLUMNS: readonly string[] = ["source_file"];

/** A value that a mapping makes from `source_rows`. */
export interface Expression {
  readonly sql: string;
  /** The engine's type, as in `DescribedColumn`. */
  readonly type: string;
}

/** A column of a file in SQL, whatever its name. */
export function quoted(column: string): string {
  return `"${column.replaceAll('"', '""')}"`;
}

/** A column of `source_rows`, or undefined where it has none of that name. */
export function columnExpression(name: string, columns: readonly DescribedColumn[]): Expression | undefined {
  if (PLACE_COLUMNS.includes(name)) return {sql: name, type: "varchar"};
  const column = columns.find((candidate) => candidate.name === name);
  return column && {sql: quoted(name), type: column.type};
}

/** The value as text; a whole number that the file keeps as a double loses its `.0`. */
export function textOf({sql, type}: Expression): string {
  if (type === "varchar") return sql;
  const text = `cast(${sql} as varchar)`;
  return type === "double" || type === "float" ? `regexp_replace(${text}, '\\.0$', '')` : text;
}

/** The value as text, null where it is empty. */
export function filled(expression: Expression): string {
  return expression.type === "varchar" ? `nullif(${expression.sql}, '')` : textOf(expression);
}

export function isNumeric(type: string): boolean {
  return /^(u?(tinyint|smallint|integer|bigint|hugeint)|float|double|decimal)/.test(type);
}
