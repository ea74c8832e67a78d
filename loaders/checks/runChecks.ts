import type {TableContract} from "#warehouse/contract.js";
import {columnsFrom, doubles, integers, rowsOf, varchars} from "#warehouse/engine/columns.js";
import type {Engine} from "#warehouse/engine/engine.js";
import type {ConsentGround} from "../sources/contract.js";
import {sqlOf} from "../sql.js";
import {checkRows} from "./content.js";
import {checkControls, checkTypes} from "./delivery.js";
import {checkDrift} from "./drift.js";
import {checkFreshness} from "./freshness.js";
import type {QualityPolicy} from "./policy.js";
import {scan, type ScannedExtract} from "./scan.js";
import {writeQuality} from "./score.js";
import {checkKey, checkReferences, checkRequired} from "./structure.js";
import type {CheckVerdict} from "./verdict.js";
import {checkVolume} from "./volume.js";

/** From so many rows on, the loader's word is taken for keys, empty cells and references. */
const LARGE_ROWS = 1_000_000;
const LOADED_ROWS = new URL("./loaded_rows.sql", import.meta.url);

export interface Checked {
  /** Extracts that the source has. */
  readonly contracts: readonly TableContract[];
  /** Last day of the source's data; ISO date. */
  readonly dataEnd: string;
  readonly policy: QualityPolicy;
  readonly consents: ConsentGround;
}

/**
 * Checks what is in force after a delivery, and writes `load_checks` and `load_quality` anew. Every extract is read once, and once
 * more in its raw table where its rows rest on consent.
 *
 * Reads `stg_` views and `raw_` tables, `load_batches`, `load_controls`, `load_files` and `quarantine`; runs within the load's transaction. A verdict of
 * `stop` is for the caller to act on: see `stopSentence`.
 */
export async function runChecks(
  engine: Engine,
  {contracts, dataEnd, policy, consents}: Checked
): Promise<CheckVerdict[]> {
  const counted = rowsOf(await engine.columns(sqlOf(LOADED_ROWS)));
  const loaded = new Map(counted.map((row) => [String(row["extract"]), Number(row["loaded"])]));
  const ended = new Set(counted.filter((row) => Number(row["ended"]) > 0).map((row) => String(row["extract"])));
  const hasEnded = (extract: string) => ended.has(extract);
  const verdicts: CheckVerdict[] = [];
  const scanned: ScannedExtract[] = [];
  for (const contract of contracts) {
    const isLarge = (loaded.get(contract.name) ?? 0) >= LARGE_ROWS;
    const extract = await scan(engine, contract, {dataEnd, policy, consents, isLarge});
    scanned.push(extract);
    verdicts.push(
      await checkKey(engine, extract, isLarge, policy),
      await checkRequired(engine, extract, isLarge, policy),
      ...(await checkReferences(engine, extract, {isLarge, hasEnded}, policy)),
      ...(await checkRows(engine, extract, policy)),
      ...checkFreshness(extract, dataEnd, policy),
      ...checkVolume(extract, dataEnd, policy),
      ...checkDrift(extract, dataEnd, policy)
    );
  }
  verdicts.push(...(await checkControls(engine, policy)), ...(await checkTypes(engine, policy)));
  await writeChecks(engine, verdicts);
  await writeQuality(engine, scanned, policy.completeness.usual_share);
  return verdicts;
}

async function writeChecks(engine: Engine, verdicts: readonly CheckVerdict[]): Promise<void> {
  const text = (of: (verdict: CheckVerdict) => string) => varchars(verdicts.map(of));
  const number = (of: (verdict: CheckVerdict) => number | null) =>
    doubles(Float64Array.from(verdicts, (verdict) => of(verdict) ?? NaN));
  await engine.write(
    "load_checks",
    columnsFrom({
      check_id: text(({id}) => id),
      extract: text(({extract}) => extract),
      column_name: text(({column}) => column),
      kind: text(({kind}) => kind),
      severity: text(({severity}) => severity),
      verdict: text(({verdict}) => verdict),
      measured: number(({measured}) => measured),
      tolerated: number(({tolerated}) => tolerated),
      rows_checked: integers(verdicts.map(({rowsChecked}) => rowsChecked)),
      rows_failing: integers(verdicts.map(({rowsFailing}) => rowsFailing)),
      finding: text(({finding}) => finding)
    })
  );
}
