import {buildTable, sqlTablesIn} from "#warehouse/sqlTable.js";
import type {PublishedMart} from "#warehouse/snapshot.js";
import type {RunContext} from "../context.js";

const BOOK = new URL("../../warehouse/book/", import.meta.url);
const MARTS = new URL("../../warehouse/marts/", import.meta.url);

/** Joins the book that marts count: its ratings, tiers, sizes, profiles, exposures and outcomes. */
export async function buildBook({engine, progress, record}: RunContext): Promise<void> {
  for (const table of (await sqlTablesIn(BOOK)).values()) {
    progress.line(table.contract.name);
    record.add("marts", table.contract.name, await buildTable(engine, table));
  }
}

/** Builds every mart and reads it into columns. */
export async function buildMarts({engine, progress}: RunContext): Promise<PublishedMart[]> {
  const published: PublishedMart[] = [];
  for (const table of (await sqlTablesIn(MARTS)).values()) {
    progress.line(table.contract.name);
    await buildTable(engine, table);
    const columns = await engine.columns(`select * from "${table.contract.name}"`);
    published.push({contract: table.contract, columns, sql: table.sql});
  }
  return published;
}
