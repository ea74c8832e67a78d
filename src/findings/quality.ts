import {martQualityBatches} from "#warehouse/marts/mart_quality_batches.js";
import {martQualityChecks} from "#warehouse/marts/mart_quality_checks.js";
import {martQualityControls} from "#warehouse/marts/mart_quality_controls.js";
import {martQualityScores} from "#warehouse/marts/mart_quality_scores.js";
import {countOf, figureOf, sumOf, type Figure} from "../components/figure.js";
import type {Site} from "./site.js";

export const PARTS = ["accuracy", "completeness", "timeliness"] as const;
export type QualityPart = (typeof PARTS)[number];

export interface ScoreRow {
  readonly extract: string;
  readonly period: string;
  readonly rows: bigint;
  readonly withheld: bigint;
  readonly quarantined: bigint;
  readonly failing: bigint;
  readonly accuracy: number | null;
  readonly completeness: number | null;
  readonly timeliness: number | null;
  readonly mean_lag_days: number | null;
  readonly score: number | null;
}

export interface ControlRow {
  readonly batch_id: number;
  readonly extract: string;
  /** Not for every audience. */
  readonly source_file?: string;
  readonly control: string;
  readonly column_name: string;
  readonly declared: string;
  readonly computed: string;
  readonly is_reconciled: boolean;
}

export interface CheckRow {
  readonly check_id: string;
  readonly extract: string;
  readonly column_name: string;
  readonly kind: string;
  readonly severity: string;
  readonly verdict: string;
  readonly measured: number | null;
  readonly tolerated: number | null;
  readonly rows_checked: number;
  readonly rows_failing: number;
  readonly compared: string | null;
  /** Not for every audience. */
  readonly places?: string | null;
}

export interface QualityFindings {
  readonly rowsIn: Figure;
  readonly loaded: Figure;
  readonly quarantined: Figure;
  /** Rows that want of consent keeps from use, and the number of their extracts; null where there are none. */
  readonly withheld: {readonly rows: Figure; readonly extracts: Figure} | null;
  /** The extract with the lowest score, and the part of it that is lowest; null where nothing lacks anything. */
  readonly weakest: {
    readonly extract: string;
    readonly score: Figure;
    readonly part: QualityPart;
    readonly share: Figure;
  } | null;
  readonly controls: Figure;
  readonly breaks: Figure;
  readonly firstBreak: ControlRow | null;
  readonly checks: Figure;
  readonly warnings: Figure;
}

/** How well the data were delivered; null where the run keeps no record of its batches. */
export function qualityFindings(site: Site): QualityFindings | null {
  const batches = site.mart(martQualityBatches);
  if (batches.columns.rowCount === 0) return null;
  const total = (column: string) => sumOf(batches, column, [{}], {});
  const controls = site.mart(martQualityControls);
  const checks = site.mart(martQualityChecks);
  return {
    rowsIn: total("rows_in"),
    loaded: total("loaded"),
    quarantined: total("quarantined"),
    withheld: withheldRows(site),
    weakest: weakestExtract(site),
    controls: countOf(controls, "control"),
    breaks: countOf(controls, "is_reconciled", {is_reconciled: "false"}),
    firstBreak: controlRows(site).find((row) => !row.is_reconciled) ?? null,
    checks: countOf(checks, "check_id"),
    warnings: countOf(checks, "verdict", {verdict: "warn"})
  };
}

/** Scores over all years, weakest first. */
export function overallScores(site: Site): ScoreRow[] {
  return scoreRows(site)
    .filter(({period}) => period === "all")
    .sort((a, b) => (a.score ?? 1) - (b.score ?? 1) || (a.extract < b.extract ? -1 : 1));
}

/** Scores by year of the event up to the observation date, oldest first; rows without a day are in none. */
export function yearlyScores(site: Site): ScoreRow[] {
  return scoreRows(site)
    .filter(({period}) => /^\d{4}$/.test(period) && period <= site.manifest.observationDate)
    .sort((a, b) => (a.period < b.period ? -1 : 1));
}

function scoreRows(site: Site): readonly ScoreRow[] {
  return site.rows<ScoreRow>(martQualityScores);
}

/** Control totals, those that do not reconcile first. */
export function controlRows(site: Site): ControlRow[] {
  return [...site.rows<ControlRow>(martQualityControls)].sort(
    (a, b) => Number(a.is_reconciled) - Number(b.is_reconciled) || b.batch_id - a.batch_id
  );
}

/** Checks, those that do not pass first. */
export function checkRows(site: Site): CheckRow[] {
  return [...site.rows<CheckRow>(martQualityChecks)].sort(
    (a, b) => Number(a.verdict === "pass") - Number(b.verdict === "pass") || (a.check_id < b.check_id ? -1 : 1)
  );
}

function withheldRows(site: Site): QualityFindings["withheld"] {
  const keys = overallScores(site).flatMap(({extract, withheld}) => (withheld > 0n ? [{extract}] : []));
  if (keys.length === 0) return null;
  const rows = sumOf(site.mart(martQualityScores), "withheld", keys, {period: "all"});
  return {rows, extracts: {...rows, value: keys.length}};
}

function weakestExtract(site: Site): QualityFindings["weakest"] {
  const weakest = overallScores(site)[0];
  if (weakest === undefined || weakest.score === null || weakest.score >= 1) return null;
  const {extract} = weakest;
  const part = PARTS.reduce((lowest, each) => ((weakest[each] ?? 1) < (weakest[lowest] ?? 1) ? each : lowest));
  const at = (column: string) => figureOf(site.mart(martQualityScores), column, {extract, period: "all"});
  return {extract, score: at("score"), part, share: at(part)};
}
