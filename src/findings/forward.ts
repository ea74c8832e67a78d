import {columnsFor} from "#warehouse/contract.js";
import {martCashOutlook} from "#warehouse/marts/mart_cash_outlook.js";
import {martCashProjections} from "#warehouse/marts/mart_cash_projections.js";
import {martProjectionBacktest} from "#warehouse/marts/mart_projection_backtest.js";
import {derive, figureOf, sumOf, type Figure, type RowKey} from "../components/figure.js";
import type {Site} from "./site.js";

export interface OutlookRow {
  readonly quarter: number;
  readonly quarter_end: string;
  readonly covered: bigint;
  readonly short: bigint;
  readonly surely_short: bigint;
  readonly short_share: number | null;
  readonly debt_service: number | null;
}

export interface ProjectionRow {
  readonly obligor_id: string;
  readonly quarter: number;
  readonly quarter_end: string;
  readonly name: string | null;
  readonly grade: string | null;
  readonly basis: string | null;
  readonly low: number | null;
  readonly operating_cash_flow: number | null;
  readonly high: number | null;
  readonly debt_service: number | null;
  readonly cover_low_ratio: number | null;
  readonly cover_ratio: number | null;
  readonly cover_high_ratio: number | null;
}

export interface BacktestRow {
  readonly basis: string;
  readonly year: number;
  readonly quarter: number;
  readonly sample: string;
  readonly outcomes: bigint;
  readonly inside: bigint;
  readonly below: bigint;
  readonly nominal_share: number;
  readonly coverage_share: number;
  readonly bias_ratio: number;
  readonly error_ratio: number;
  readonly naive_error_ratio: number | null;
}

export interface ForwardFindings {
  /** Last day of the first quarter projected. */
  readonly quarterEnd: string;
  readonly covered: Figure;
  readonly short: Figure;
  readonly shortShare: Figure;
  readonly surelyShort: Figure;
  /** Share that the intervals are meant to hold, and the share that they held on dates not learned from. */
  readonly nominal: Figure;
  readonly coverage: Figure;
  readonly outcomes: Figure;
}

/** What the next quarter looks like, and how far such projections could be trusted; null where none was made. */
export function forwardFindings(site: Site): ForwardFindings | null {
  const [first] = site.rows<OutlookRow>(martCashOutlook);
  if (first === undefined || first.covered === 0n) return null;
  const at = (column: string) => figureOf(site.mart(martCashOutlook), column, {quarter: String(first.quarter)});
  const backtest = site.mart(martProjectionBacktest);
  const unseen = (column: string) => sumOf(backtest, column, [{}], {sample: "test"});
  const [inside, outcomes] = [unseen("inside"), unseen("outcomes")];
  return {
    quarterEnd: first.quarter_end,
    covered: at("covered"),
    short: at("short"),
    shortShare: at("short_share"),
    surelyShort: at("surely_short"),
    nominal: figureOf(backtest, "nominal_share", latestKey(site)),
    coverage: derive("share", [inside, outcomes], (held, all) => held / all, "interval_coverage"),
    outcomes
  };
}

/** The latest row of the backtest, whose nominal coverage is that of all. */
function latestKey(site: Site): RowKey {
  const row = site.rows<BacktestRow>(martProjectionBacktest).at(-1);
  return row === undefined ? {basis: ""} : {basis: row.basis, year: String(row.year), quarter: String(row.quarter)};
}

/** Coverage of one basis in one year, over all quarters ahead. */
export interface YearlyCoverage {
  readonly basis: string;
  readonly year: number;
  readonly sample: string;
  readonly outcomes: number;
  readonly coverage: number;
}

/** Coverage by basis and year, oldest first. */
export function yearlyCoverage(rows: readonly BacktestRow[]): YearlyCoverage[] {
  const groups = new Map<string, BacktestRow[]>();
  for (const row of rows) {
    const key = `${row.basis} ${row.year}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].map((group) => {
    const total = (column: "inside" | "outcomes") => group.reduce((sum, row) => sum + Number(row[column]), 0);
    const {basis, year, sample} = group[0]!;
    return {basis, year, sample, outcomes: total("outcomes"), coverage: total("inside") / total("outcomes")};
  });
}

/** Whether this edition names obligors. */
export function showsProjections(site: Site): boolean {
  return columnsFor(martCashProjections, site.audience).length > 0;
}

/** The weakest quarter of each obligor whose projected cash flow falls short of what is due, the weakest obligor first. */
export function shortfalls(site: Site): ProjectionRow[] {
  const weakest = new Map<string, ProjectionRow>();
  for (const row of site.rows<ProjectionRow>(martCashProjections)) {
    const before = weakest.get(row.obligor_id);
    if (row.cover_ratio === null || row.cover_ratio >= 1) continue;
    if (before === undefined || row.cover_ratio < before.cover_ratio!) weakest.set(row.obligor_id, row);
  }
  const byCover = (a: ProjectionRow, b: ProjectionRow) =>
    a.cover_high_ratio! - b.cover_high_ratio! || (a.obligor_id < b.obligor_id ? -1 : 1);
  return [...weakest.values()].sort(byCover);
}
