import type {DescribedColumn} from "#warehouse/engine/engine.js";
import type {Filter} from "./contract.js";
import {isOneOf} from "../isOneOf.js";
import {columnExpression, textOf} from "./sourceColumn.js";

/** SQL that holds for the rows that all filters take; never null. An empty field is the empty text. */
export function filterSql(filters: readonly Filter[], columns: readonly DescribedColumn[]): string | null {
  if (filters.length === 0) return null;
  return filters.map((filter) => conditionOf(filter, columns)).join(" and ");
}

function conditionOf({column, in: taken, notIn: left}: Filter, columns: readonly DescribedColumn[]): string {
  const value = `coalesce(${textOf(columnExpression(column, columns)!)}, '')`;
  const conditions: string[] = [];
  if (taken !== undefined) conditions.push(isOneOf(value, taken));
  if (left !== undefined) conditions.push(`not ${isOneOf(value, left)}`);
  return `(${conditions.join(" and ")})`;
}
