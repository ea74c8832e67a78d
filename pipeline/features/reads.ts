import {EXTRACTS} from "#loaders/contracts/index.js";
import type {SqlTable} from "#warehouse/sqlTable.js";

/** What a feature table is made of, by the names that its SQL reads. */
export interface Reads {
  /** `stg_` tables and views, without the prefix. */
  readonly staged: readonly string[];
  /** `policy_` tables. */
  readonly policies: readonly string[];
}

/** The names that the SQL of a table reads; what stands in its comments does not count. */
export function readsOf({sql}: Pick<SqlTable, "sql">): Reads {
  const code = sql.replaceAll(/--.*$/gm, "");
  const names = (pattern: RegExp) => [...new Set([...code.matchAll(pattern)].map(([, name]) => name!))].sort();
  return {staged: names(/\bstg_(\w+)/g), policies: names(/\b(policy_\w+)/g)};
}

/** Whether a column's name occurs in the SQL of one of the tables. */
export function mentions(tables: readonly Pick<SqlTable, "sql">[], column: string): boolean {
  return tables.some(({sql}) => new RegExp(`\\b${column}\\b`).test(sql));
}

/** The extracts that one of the tables reads, in the order of loading. */
export function extractsOf(reads: Iterable<Reads>) {
  const names = new Set([...reads].flatMap(({staged}) => staged));
  return EXTRACTS.filter(({name}) => names.has(name));
}
