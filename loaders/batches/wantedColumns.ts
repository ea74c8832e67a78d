import {UserError} from "#warehouse/engine/userError.js";
import {compileMapping} from "../mapping/compile.js";
import {nearMiss} from "../nearMiss.js";
import type {Batch, BatchTable} from "./batch.js";

/** The columns of the files that a batch reads, each once and as their headers have them in order. Throws a UserError where a table lacks one that its rows need. */
export function wantedColumns({contract, extract: {mapping}}: Batch, tables: readonly BatchTable[]): string[] {
  if (mapping.kind === "sql") return [...mapping.reads];
  const names = tables.flatMap(({table}) => {
    const reads = new Set(compileMapping(mapping, contract, table.columns, table.name).reads);
    return table.columns.map(({name}) => name).filter((name) => reads.has(name));
  });
  return [...new Set(names)];
}

/** Throws a UserError where the header of a table lacks a column that is read, with what may have been meant. */
export function checkHeaders(batch: Batch): void {
  const {mapping} = batch.extract;
  if (mapping.kind !== "sql") {
    wantedColumns(batch, batch.tables);
    return;
  }
  const header = new Set(batch.tables.flatMap(({table}) => table.columns.map(({name}) => name)));
  const missing = mapping.reads.filter((column) => !header.has(column));
  if (missing.length === 0) return;
  const spare = [...header].filter((column) => !mapping.reads.includes(column));
  const named = missing.map((column) => {
    const meant = nearMiss(column, spare);
    return meant === null ? column : `${column} (is it ${JSON.stringify(meant)}?)`;
  });
  throw new UserError(
    `${batch.tables.map(({table}) => table.name).join(", ")}: the header lacks ${named.join(", ")}; ` +
      `add ${named.length === 1 ? "it" : "them"} and load again`
  );
}
