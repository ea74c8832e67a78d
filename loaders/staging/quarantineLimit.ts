import {rowsOf} from "#warehouse/engine/columns.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {UserError} from "#warehouse/engine/userError.js";
import {sqlOf} from "../sql.js";
import {REMEDIES} from "./remedies.js";
import type {Rule} from "./rules.js";
import type {TableCounts} from "./stage.js";

/** Share of an extract's rows that may be quarantined, unless the caller says another. */
export const QUARANTINE_LIMIT = 0.05;

const ALWAYS_TOLERATED_ROWS = 20; // a share says little of a small extract
const SHOWN_CHARACTERS = 60;
const MOST_FREQUENT_RULE = new URL("./most_frequent_rule.sql", import.meta.url);

interface MostFrequent {
  readonly source_file: string;
  readonly source_line: bigint;
  readonly column_name: string;
  readonly value: string | null;
  readonly rule: Rule;
  readonly broke_it: bigint;
}

/** Whether too little of an extract is left: nothing of what came in, or more than `limit` and 20 rows quarantined. */
export function hasTooFewLoaded({rowsIn, loaded, quarantined}: Omit<TableCounts, "extract">, limit: number): boolean {
  return quarantined > 0 && (loaded === 0 || quarantined > Math.max(ALWAYS_TOLERATED_ROWS, limit * rowsIn));
}

/** Throws a UserError where too little of an extract is left to go on with; `limit` is a share of its rows. */
export async function checkQuarantined(engine: Engine, counts: TableCounts, limit: number): Promise<void> {
  if (!hasTooFewLoaded(counts, limit)) return;
  const found = await engine.columns(sqlOf(MOST_FREQUENT_RULE, new Map([["extract", counts.extract]])));
  throw new UserError(sentence(counts, limit, rowsOf<MostFrequent>(found)[0]!));
}

function sentence({extract, rowsIn, loaded, quarantined}: TableCounts, limit: number, most: MostFrequent): string {
  const share = `${count(quarantined)} of ${count(rowsIn)} rows (${percent(quarantined / rowsIn)})`;
  const tooMany = loaded === 0 ? "so that none was loaded" : `more than the ${percent(limit)} allowed`;
  const line = `${most.source_file}, line ${most.source_line}`;
  return (
    `${extract}: ${share} broke a rule, ${tooMany}; most often ${most.rule} (${count(most.broke_it)} of them), ` +
    `first in ${line}, column ${most.column_name}, ${shown(most.value)}; ${REMEDIES[most.rule]}, and load again`
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
