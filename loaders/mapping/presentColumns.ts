import type {TableContract} from "#warehouse/contract.js";
import {UserError} from "#warehouse/engine/userError.js";
import {nearMiss} from "../nearMiss.js";

/** Throws a UserError where a header lacks a column that must not be empty, or seems to have misspelt another. */
export function checkContractColumns(contract: TableContract, header: readonly string[], place: string): void {
  const spare = header.filter((column) => contract.columns[column] === undefined);
  const missing = Object.entries(contract.columns)
    .filter(([name]) => !header.includes(name))
    .map(([name, {nullable}]) => ({name, nullable, meant: nearMiss(name, spare)}))
    .filter(({nullable, meant}) => !nullable || meant !== null);
  if (missing.length === 0) return;
  const named = missing.map(({name, meant}) => withHint(name, meant));
  throw new UserError(
    `${place}: the header lacks ${firstOf(named)}; add ${missing.length === 1 ? "it" : "them"} and load again`
  );
}

/** Throws a UserError where a header lacks a column that a mapping reads. */
export function checkReadColumns(
  named: readonly {readonly column: string; readonly by: string}[],
  header: readonly string[],
  place: string
): void {
  const missing = named.filter(({column}) => !header.includes(column));
  if (missing.length === 0) return;
  const read = new Set(named.map(({column}) => column));
  const spare = header.filter((column) => !read.has(column));
  const said = missing.map(({column, by}) => `${withHint(column, nearMiss(column, spare))} for ${by}`);
  throw new UserError(
    `${place}: the header lacks ${firstOf(said)}; correct the mapping or export the file with ${missing.length === 1 ? "it" : "them"}`
  );
}

const MOST_NAMED = 8;

/** A sentence names so many columns, and counts the others. */
function firstOf(columns: readonly string[]): string {
  const rest = columns.length - MOST_NAMED;
  return rest > 0 ? `${columns.slice(0, MOST_NAMED).join(", ")} and ${rest} more` : columns.join(", ");
}

function withHint(column: string, meant: string | null): string {
  return meant === null ? column : `${column} (is it ${JSON.stringify(meant)}?)`;
}
