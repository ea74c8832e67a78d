import {martComposition} from "#warehouse/marts/mart_composition.js";
import {martGradePerformance} from "#warehouse/marts/mart_grade_performance.js";
import {martPortfolio} from "#warehouse/marts/mart_portfolio.js";
import {differenceOf, figureOf, growthOf, rowsWhere, shareOf, sumOf, type Figure} from "../components/figure.js";
import {yearsBefore} from "../format/date.js";
import type {Site} from "./site.js";

/** The measure that the book is weighed by: exposure, or obligors where the source has no exposure. */
export type Basis = "drawn" | "obligors";

export interface BookFindings {
  readonly date: string;
  readonly before: string;
  readonly basis: Basis;
  readonly obligors: Figure;
  readonly obligorGrowth: Figure;
  readonly drawn: Figure;
  readonly drawnGrowth: Figure;
  readonly limit: Figure;
  readonly meanPd: Figure;
  readonly meanPdBefore: Figure;
  readonly meanPdChange: Figure;
  readonly inDefault: Figure;
  readonly inDefaultShare: Figure;
  readonly inDefaultShareBefore: Figure;
  /** First grade of the weak end of the scale, BB where the scale has one. */
  readonly weakFrom: string;
  readonly weakShare: Figure;
  readonly weakShareBefore: Figure;
}

export function basisOf(site: Site): Basis {
  return site.lacks("exposure") ? "obligors" : "drawn";
}

/** Whether there is more than one observation date to draw a line through. */
export function hasHistory(site: Site): boolean {
  return site.mart(martPortfolio).columns.rowCount > 1;
}

/** Size, movement and quality of the book at the latest observation date, against a year before. */
export function bookFindings(site: Site): BookFindings {
  const portfolio = site.mart(martPortfolio);
  const date = site.manifest.observationDate;
  const before = yearsBefore(date, 1);
  const at = (column: string, when: string) => figureOf(portfolio, column, {observation_date: when});
  const basis = basisOf(site);
  const weak = weakGrades(site);
  const weakAt = (when: string) => {
    const common = {observation_date: when, dimension: "grade"};
    const keys = weak.map((member) => ({member}));
    const composition = site.mart(martComposition);
    const sum = sumOf(composition, basis, keys, common);
    // A class that holds nobody has no row: at a date that has rows, that is nothing, not unknown.
    const isThere = rowsWhere(composition, common).length > 0;
    return shareOf({...sum, value: sum.value ?? (isThere ? 0 : null)}, at(basis, when), "weak_share");
  };
  const meanPd = at("mean_pd", date);
  const meanPdBefore = at("mean_pd", before);
  return {
    date,
    before,
    basis,
    obligors: at("obligors", date),
    obligorGrowth: growthOf(at("obligors", date), at("obligors", before)),
    drawn: at("drawn", date),
    drawnGrowth: growthOf(at("drawn", date), at("drawn", before)),
    limit: at("limit", date),
    meanPd,
    meanPdBefore,
    meanPdChange: differenceOf(meanPd, meanPdBefore),
    inDefault: at("in_default", date),
    inDefaultShare: shareOf(at("in_default", date), at("obligors", date), "in_default_share"),
    inDefaultShareBefore: shareOf(at("in_default", before), at("obligors", before), "in_default_share"),
    weakFrom: weak[0] ?? "",
    weakShare: weakAt(date),
    weakShareBefore: weakAt(before)
  };
}

export interface GradeOnScale {
  readonly label: string;
  readonly order: number;
}

/** Every grade of the master scale, held or not, safest first; D, default, last. */
export function gradeScale(site: Site): GradeOnScale[] {
  const orders = new Map<string, number>();
  for (const row of site.rows<{grade: string; grade_order: number}>(martGradePerformance))
    orders.set(row.grade, row.grade_order);
  for (const row of site.rows<{dimension: string; member: string; member_order: number}>(martComposition)) {
    if (row.dimension === "grade") orders.set(row.member, row.member_order);
  }
  if (!orders.has("D")) orders.set("D", Math.max(-1, ...orders.values()) + 1);
  return [...orders].map(([label, order]) => ({label, order})).sort((a, b) => a.order - b.order);
}

/** Number of grades of the scale, default left out. */
export function gradeCountOf(site: Site): number {
  const scale = gradeScale(site);
  const fallen = scale.find(({label}) => label === "D");
  return fallen?.order ?? (scale.at(-1)?.order ?? 0) + 1;
}

/** BB and everything riskier, default with it; the riskier half of a scale without a BB. */
function weakGrades(site: Site): string[] {
  const scale = gradeScale(site);
  const isBb = ({label}: GradeOnScale) => /^BB([+\-−]|$)/.test(label) || /^BB\d/.test(label);
  const from = scale.find(isBb)?.order ?? Math.ceil(gradeCountOf(site) / 2);
  return scale.filter(({order}) => order >= from).map(({label}) => label);
}

interface GradeWeight {
  readonly observation_date: string;
  readonly dimension: string;
  readonly member: string;
  readonly drawn: number | null;
  readonly obligors: bigint;
}

/** The weak share at every date, oldest first. */
export function weakHistory(site: Site): number[] {
  const weak = new Set(weakGrades(site));
  const basis = basisOf(site);
  const sums = new Map<string, {readonly weak: number; readonly all: number}>();
  for (const row of site.rows<GradeWeight>(martComposition)) {
    if (row.dimension !== "grade") continue;
    const value = Number(row[basis] ?? 0);
    const sum = sums.get(row.observation_date) ?? {weak: 0, all: 0};
    sums.set(row.observation_date, {weak: sum.weak + (weak.has(row.member) ? value : 0), all: sum.all + value});
  }
  return [...sums.keys()].sort().flatMap((date) => {
    const {weak: part, all} = sums.get(date)!;
    return all > 0 ? [part / all] : [];
  });
}
