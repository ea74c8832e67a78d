import {closeSync, openSync, readFileSync, writeSync} from "node:fs";
import {resolve} from "node:path";
import {EXTRACTS} from "#loaders/contracts/index.js";
import {replayQuarantine} from "#loaders/batches/replay.js";
import {stageEntities} from "#loaders/entities/stageEntities.js";
import {REMEDIES} from "#loaders/staging/remedies.js";
import {numbersOf, rowsOf} from "#warehouse/engine/columns.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {UserError} from "#warehouse/engine/userError.js";
import {defineMacros} from "#warehouse/macros/macros.js";
import {csvLine} from "./quarantine/csv.js";
import {withWarehouse, type WarehouseRequest} from "./quarantine/warehouse.js";
import type {Progress} from "./progress.js";

export interface QuarantinedRule {
  readonly extract: string;
  readonly rule: string;
  readonly column: string | null;
  readonly rows: number;
  /** Of these, the rows that a corrected mapping has loaded since. */
  readonly replayed: number;
  readonly latestBatch: number;
}

export interface QuarantinedRow {
  readonly batch: number;
  readonly file: string;
  readonly line: number;
  readonly column: string | null;
  readonly value: string | null;
  readonly rule: string;
  /** What to do about it. */
  readonly remedy: string;
}

export interface QuarantineFilter {
  readonly extract?: string | undefined;
  readonly rule?: string | undefined;
}

const STRETCH = 50_000;

/** What did not load, counted by extract, rule and column; the newest batch first. */
export async function listQuarantine(
  request: WarehouseRequest
): Promise<{readonly source: string; readonly rules: readonly QuarantinedRule[]}> {
  return await withWarehouse(request, async (engine, source) => {
    const found = rowsOf(await engine.columns(sql("rules")));
    const rules = found.map((row) => ({
      extract: String(row["extract"]),
      rule: String(row["rule"]),
      column: row["column_name"] as string | null,
      rows: Number(row["rows"]),
      replayed: Number(row["replayed"]),
      latestBatch: Number(row["latest_batch"])
    }));
    return {source: source.id, rules};
  });
}

/** Rows of an extract that are still in quarantine, the newest batch first. */
export async function showQuarantine(
  request: WarehouseRequest & {readonly extract: string; readonly rule?: string | undefined; readonly limit: number}
): Promise<{readonly source: string; readonly extract: string; readonly rows: readonly QuarantinedRow[]}> {
  const {extract, rule, limit} = request;
  requireKnown(request);
  return await withWarehouse(request, async (engine, source) => {
    const found = rowsOf(await engine.columns(sql("shown_rows"), {extract, rule: rule ?? null, limit}));
    return {source: source.id, extract, rows: found.map(rowOf)};
  });
}

/** Writes the rows that are still in quarantine as CSV that a spreadsheet opens and does not compute. */
export async function exportQuarantine(
  request: WarehouseRequest & QuarantineFilter & {readonly out: string}
): Promise<{readonly source: string; readonly file: string; readonly rows: number}> {
  requireKnown(request);
  return await withWarehouse(request, async (engine, source) => {
    const file = resolve(request.out);
    const descriptor = openSync(file, "w", 0o600);
    try {
      writeSync(
        descriptor,
        `\uFEFF${csvLine(["batch", "extract", "file", "line", "column", "value", "rule", "remedy", "row"])}`
      );
      return {source: source.id, file, rows: await writeRows(engine, descriptor, request)};
    } finally {
      closeSync(descriptor);
    }
  });
}

/** Gives the rows in quarantine to the mapping as it is now. */
export async function replay(
  request: WarehouseRequest & {readonly progress: Progress; readonly now: () => Date}
): Promise<{readonly source: string; readonly replayed: number; readonly stillQuarantined: number}> {
  const replaying = async (engine: Engine, source: Parameters<typeof replayQuarantine>[1]) => {
    await defineMacros(engine);
    const {progress, now} = request;
    const report = await replayQuarantine(engine, source, {
      onProgress: progress.line,
      now,
      beforeCommit: () => stageEntities(engine)
    });
    return {source: source.id, ...report};
  };
  try {
    return await withWarehouse(request, replaying, true);
  } finally {
    request.progress.end();
  }
}

/** Stretch by stretch: the quarantine may be large. */
async function writeRows(engine: Engine, descriptor: number, {extract, rule}: QuarantineFilter): Promise<number> {
  const end = numbersOf(await engine.columns("select coalesce(max(rowid) + 1, 0) as n from quarantine"), "n")[0]!;
  let written = 0;
  for (let first = 0; first < end; first += STRETCH) {
    const parameters = {first, beyond: first + STRETCH, extract: extract ?? null, rule: rule ?? null};
    const rows = rowsOf(await engine.columns(sql("exported_rows"), parameters));
    const lines = rows.map((row) => {
      const {batch, file, line, column, value, rule: broken, remedy} = rowOf(row);
      return csvLine([
        batch,
        String(row["extract"]),
        file,
        line,
        column,
        value,
        broken,
        remedy,
        row["raw"] as string | null
      ]);
    });
    writeSync(descriptor, lines.join(""));
    written += rows.length;
  }
  return written;
}

function rowOf(row: Readonly<Record<string, unknown>>): QuarantinedRow {
  const rule = String(row["rule"]);
  return {
    batch: Number(row["batch_id"]),
    file: String(row["source_file"]),
    line: Number(row["source_line"]),
    column: row["column_name"] as string | null,
    value: row["value"] as string | null,
    rule,
    remedy: REMEDIES[rule as keyof typeof REMEDIES] ?? ""
  };
}

function requireKnown({extract, rule}: QuarantineFilter): void {
  const extracts = EXTRACTS.map(({name}) => name);
  if (extract !== undefined && !extracts.includes(extract)) {
    throw new UserError(`there is no extract ${JSON.stringify(extract)}; there are ${extracts.join(", ")}`);
  }
  const rules = Object.keys(REMEDIES);
  if (rule !== undefined && !rules.includes(rule)) {
    throw new UserError(`there is no rule ${JSON.stringify(rule)}; there are ${rules.join(", ")}`);
  }
}

function sql(name: "rules" | "shown_rows" | "exported_rows"): string {
  return readFileSync(new URL(`./quarantine/${name}.sql`, import.meta.url), "utf8");
}
