import {martGradePerformance} from "#warehouse/marts/mart_grade_performance.js";
import type {GradeCalibration} from "../components/charts/Calibration.js";
import {rateInterval} from "./interval.js";
import type {Outcomes} from "./outcomes.js";
import {performanceFindings, type Verdict} from "./performance.js";
import type {Site} from "./site.js";

interface GradeRow extends Outcomes {
  readonly observation_date: string;
  readonly grade: string;
  readonly grade_order: number;
  readonly lower_pd: number;
  readonly upper_pd: number;
  readonly expected_defaults: number;
}

export interface PooledGrade extends GradeCalibration {
  readonly rated: number;
  readonly known: number;
  readonly defaults: number;
  readonly expected: number;
}

export interface CalibrationFindings {
  readonly grades: readonly PooledGrade[];
  readonly firstDate: string;
  readonly lastDate: string;
  /** Whether the source dates its defaults; without dates there are no years to speak of. */
  readonly isDated: boolean;
  /** Grades whose PD is below the interval of the observed rate, and above it. */
  readonly tooLow: readonly string[];
  readonly tooHigh: readonly string[];
  /** Neighbours whose observed rates stand in the wrong order. */
  readonly inversions: readonly (readonly [string, string])[];
  /** How the observed rates stand from grade to grade; null where fewer than two grades have one. */
  readonly order: "rising" | "level" | "broken" | "no_defaults" | null;
  /** Grades in which nobody defaulted. */
  readonly spotless: readonly string[];
  /** What the latest year says of all grades together, where that is not what the years together say. */
  readonly latest: {readonly date: string; readonly verdict: Exclude<Verdict, "too_few">} | null;
}

/** Every grade over all complete years; null where no window is complete. */
export function calibrationFindings(site: Site): CalibrationFindings | null {
  const rows = site.rows<GradeRow>(martGradePerformance).filter((row) => row.defaults_observed !== null);
  const dates = [...new Set(rows.map((row) => row.observation_date))].sort();
  if (dates.length === 0) return null;
  const labels = [...new Set(rows.map((row) => row.grade))];
  const grades = labels
    .map((label) => pooled(rows.filter((row) => row.grade === label)))
    .sort((a, b) => a.order - b.order);
  const seen = grades.filter((grade) => grade.odr !== null && grade.lower !== null);
  const tooLow = seen.filter(({pd, lower}) => pd! < lower!).map(({grade}) => grade);
  const tooHigh = seen.filter(({pd, upper}) => pd! > upper!).map(({grade}) => grade);
  return {
    grades,
    firstDate: dates[0]!,
    lastDate: dates.at(-1)!,
    isDated: !site.lacks("default_date"),
    tooLow,
    tooHigh,
    inversions: inversionsOf(seen),
    order: orderOf(seen),
    spotless: seen.filter(({defaults}) => defaults === 0).map(({grade}) => grade),
    latest: dates.length > 1 ? latestOf(site, tooLow.length > 0, tooHigh.length > 0) : null
  };
}

function inversionsOf(grades: readonly PooledGrade[]): CalibrationFindings["inversions"] {
  return grades.slice(1).flatMap((grade, index) => {
    const safer = grades[index]!;
    return grade.odr! < safer.odr! ? [[safer.grade, grade.grade] as const] : [];
  });
}

/** Ties are no rise, and nothing is ordered where nobody defaulted. */
export function orderOf(grades: readonly PooledGrade[]): CalibrationFindings["order"] {
  if (grades.length < 2) return null;
  if (grades.every(({defaults}) => defaults === 0)) return "no_defaults";
  if (inversionsOf(grades).length > 0) return "broken";
  return grades.slice(1).every((grade, index) => grade.odr! > grades[index]!.odr!) ? "rising" : "level";
}

function latestOf(site: Site, isTooLow: boolean, isTooHigh: boolean): CalibrationFindings["latest"] {
  const found = performanceFindings(site);
  if (found === null || found.verdict === "too_few") return null;
  const {date, verdict} = found;
  const isSaid = {too_low: isTooLow, too_high: isTooHigh, in_line: !isTooLow && !isTooHigh}[verdict];
  return isSaid ? null : {date, verdict};
}

function pooled(rows: readonly GradeRow[]): PooledGrade {
  const first = rows[0]!;
  const total = (valueOf: (row: GradeRow) => number) => rows.reduce((sum, row) => sum + valueOf(row), 0);
  const rated = total((row) => Number(row.rated));
  const defaults = total((row) => Number(row.defaults_observed));
  const expected = total((row) => row.expected_defaults);
  const known = total((row) => Number(row.outcomes_known));
  const interval = rateInterval(defaults, known);
  return {
    grade: first.grade,
    order: first.grade_order,
    lowerPd: first.lower_pd,
    upperPd: first.upper_pd,
    rated,
    known,
    defaults,
    expected,
    pd: rated > 0 ? expected / rated : null,
    odr: known > 0 ? defaults / known : null,
    lower: interval?.lower ?? null,
    upper: interval?.upper ?? null
  };
}
