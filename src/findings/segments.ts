import {martSegments} from "#warehouse/marts/mart_segments.js";
import {figureOf, sumOf, type Figure} from "../components/figure.js";
import {rateInterval} from "./interval.js";
import type {Site} from "./site.js";

export interface SegmentRow {
  readonly observation_date: string;
  readonly industry_section: string;
  readonly size_class: string;
  readonly obligors: bigint;
  readonly rated: bigint;
  readonly drawn: number | null;
  readonly expected_defaults: number;
  readonly mean_pd: number | null;
  readonly outcomes_known: bigint;
  readonly defaults_observed: bigint | null;
  readonly odr: number | null;
}

/** Fewer rated obligors than this say too little to be named. */
export const RATED_THAT_COUNT = 20;

export function segmentRows(site: Site, date?: string): readonly SegmentRow[] {
  const rows = site.rows<SegmentRow>(martSegments);
  return date === undefined ? rows : rows.filter((row) => row.observation_date === date);
}

/** Dates of the segments mart, oldest first. */
export function segmentDates(site: Site): string[] {
  return [...new Set(segmentRows(site).map((row) => row.observation_date))].sort();
}

export function latestComplete(site: Site): string | null {
  const complete = segmentRows(site).filter((row) => row.defaults_observed !== null);
  return (
    complete
      .map((row) => row.observation_date)
      .sort()
      .at(-1) ?? null
  );
}

export interface SegmentFinding {
  readonly industry: string;
  readonly size: string;
  readonly meanPd: Figure;
  readonly rated: Figure;
  readonly odr: Figure;
}

/** The segment with the highest and the one with the lowest mean PD, among those with enough rated obligors. */
export function extremeSegments(
  site: Site,
  date: string
): {readonly riskiest: SegmentFinding | null; readonly safest: SegmentFinding | null} {
  const rows = segmentRows(site, date)
    .filter((row) => Number(row.rated) >= RATED_THAT_COUNT && row.mean_pd !== null)
    .sort((a, b) => b.mean_pd! - a.mean_pd!);
  const finding = (row: SegmentRow | undefined) => (row === undefined ? null : segmentFinding(site, row));
  return {riskiest: finding(rows[0]), safest: finding(rows.at(-1))};
}

function segmentFinding(site: Site, {observation_date, industry_section, size_class}: SegmentRow): SegmentFinding {
  const at = (column: string) =>
    figureOf(site.mart(martSegments), column, {observation_date, industry_section, size_class});
  return {industry: industry_section, size: size_class, meanPd: at("mean_pd"), rated: at("rated"), odr: at("odr")};
}

export interface IndustryYear {
  readonly date: string;
  readonly industry: string;
  readonly rated: number;
  readonly expected: number;
  readonly defaults: number;
  /** Outcomes known; zero while the window is open. */
  readonly known: number;
}

/** Expected and observed defaults of each industry and year, summed over sizes. */
export function industryYears(site: Site): IndustryYear[] {
  const years = new Map<string, IndustryYear>();
  for (const row of segmentRows(site)) {
    const {industry_section: industry, observation_date: date} = row;
    const sum = years.get(`${industry}|${date}`) ?? {date, industry, rated: 0, expected: 0, defaults: 0, known: 0};
    years.set(`${industry}|${date}`, {
      ...sum,
      rated: sum.rated + Number(row.rated),
      expected: sum.expected + row.expected_defaults,
      defaults: sum.defaults + Number(row.defaults_observed ?? 0),
      known: sum.known + Number(row.outcomes_known)
    });
  }
  return [...years.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

export interface SurpriseFinding {
  readonly industry: string;
  readonly expected: Figure;
  readonly observed: Figure;
}

/** Industries whose defaults in the latest complete year lie outside what their PDs explain, worst first. */
export function surprises(site: Site): SurpriseFinding[] {
  const date = latestComplete(site);
  return industryYears(site)
    .filter((year) => year.date === date && year.known >= RATED_THAT_COUNT)
    .filter(({defaults, known, rated, expected}) => rateInterval(defaults, known!)!.lower > expected / rated)
    .sort((a, b) => b.defaults - b.expected - a.defaults + a.expected)
    .map(({industry, date: observation_date}) => {
      const sum = (column: string) =>
        sumOf(site.mart(martSegments), column, [{}], {observation_date, industry_section: industry});
      return {industry, expected: sum("expected_defaults"), observed: sum("defaults_observed")};
    });
}
