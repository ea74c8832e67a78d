import {rowsOf} from "#warehouse/engine/columns.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {UserError} from "#warehouse/engine/userError.js";
import {sqlOf} from "../sql.js";
import {REMEDIES} from "./remedies.js";
import type {Rule} from "./rules.js";
import type {TableCounts} from "../batches/counts.js";

/** Share of an extract's rows that may be quarantined, unless the caller says another. */
export const QUARANTINE_LIMIT = 0.05;

const ALWAYS_TOLERATED_ROWS = 20; // a share says little of a small extract
const SHOWN_CHARACTERS = 60;
const MOST_FREQUENT_RULE = new URL("./most_frequent_rule.sql", import.meta.url);

interface MostFrequent {
  readonly source_file: string;
  readonly source_line: bigint;
  readonly column_name: string | null;
  readonly value: string | null;
  readonly rule: Rule;
  readonly broke_it: bigint;
}

/** Whether too little of an extract is left: nothing of what came in, or more than `limit` and 20 rows quarantined. */
export function hasTooFewLoaded(
  {rowsIn, loaded, duplicates, quarantined}: Pick<TableCounts, "rowsIn" | "loaded" | "duplicates" | "quarantined">,
  limit: number
): boolean {
  return (
    quarantined > 0 && (loaded + duplicates === 0 || quarantined > Math.max(ALWAYS_TOLERATED_ROWS, limit * rowsIn))
  );
}

/** Throws a UserError where too little of an extract is left to go on with; `limit` is a share of its rows. */
export async function checkQuarantined(engine: Engine, counts: TableCounts, limit: number): Promise<void> {
  if (!hasTooFewLoaded(counts, limit)) return;
  if (counts.quarantined === 1 && (await isTotals(engine, counts.extract))) return;
  const found = await engine.columns(sqlOf(MOST_FREQUENT_RULE, new Map([["extract", counts.extract]])));
  throw new UserError(sentence(counts, limit, rowsOf<MostFrequent>(found)[0]!));
}

/** A file of a line of totals alone is an empty extract. */
async function isTotals(engine: Engine, extract: string): Promise<boolean> {
  const found = await engine.columns("select rule from found where extract = $extract and rule <> 'duplicate'", {
    extract
  });
  return found.rowCount === 1 && rowsOf<{rule: Rule}>(found)[0]!.rule === "totals_row";
}

function sentence(
  {extract, rowsIn, loaded, duplicates, quarantined}: TableCounts,
  limit: number,
  most: MostFrequent
): string {
  const share = `${count(quarantined)} of ${count(rowsIn)} rows (${percent(quarantined / rowsIn)})`;
  const tooMany = loaded + duplicates === 0 ? "so that none was loaded" : `more than the ${percent(limit)} allowed`;
  const line = `${most.source_file}, line ${most.source_line}`;
  const where = most.column_name === null ? line : `${line}, column ${most.column_name}`;
  return (
    `${extract}: ${share} broke a rule, ${tooMany}; most often ${most.rule} (${count(most.broke_it)} of them), ` +
    `first in ${where}, ${shown(most.value)}; ${REMEDIES[most.rule]}, and load again`
  );
}

function shown(value: string | null): string {
  if (value === null) return "which is empty";
  const text = value.length > SHOWN_CHARACTERS ? `${value.slice(0, SHOWN_CHARACTERS)}…` : value;
  return `value ${JSON.stringify(text)}`;
}

function count(value: number | bigint): string {
  return value.toLocaleString("en-GB");
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(2))} %`;
}
