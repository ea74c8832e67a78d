import {lastCompleteMonth, monthName} from "./months.js";
import type {QualityPolicy} from "./policy.js";
import type {ScannedExtract} from "./scan.js";
import {verdictOnFigure, type CheckVerdict} from "./verdict.js";

const JUDGED_MONTHS = 12;
const REMEMBERED_MONTHS = 24;
const NORMAL = 1.4826; // median absolute deviation to standard deviation of a normal distribution

interface Judged {
  readonly month: number;
  readonly rows: number;
  readonly median: number;
  readonly ratio: number;
  readonly fails: boolean;
}

/**
 * Rows a month of the last year, each against the median of up to two years before it. A month fails when it is out of
 * the policy's ratios, and farther from the median than chance would put it: its robust z is above the policy's.
 */
export function checkVolume(
  {contract, groups}: ScannedExtract,
  dataEnd: string,
  policy: QualityPolicy
): CheckVerdict[] {
  const {volume} = policy;
  if (!volume.extracts.includes(contract.name)) return [];
  const last = lastCompleteMonth(dataEnd);
  const series = rowsByMonth(groups, last);
  const judged = [...series.keys()]
    .slice(-JUDGED_MONTHS)
    .map((month) => judgedMonth(month, series, volume))
    .filter((month) => month !== null);
  if (judged.length === 0) return [];
  const failing = judged.filter(({fails}) => fails);
  const {month, rows, median, ratio} = (failing.length > 0 ? failing : judged).reduce(farther);
  return [
    verdictOnFigure("volume", policy, {
      name: "volume",
      extract: contract.name,
      column: "",
      rowsChecked: judged.reduce((sum, each) => sum + each.rows, 0),
      rowsFailing: failing.reduce((sum, each) => sum + each.rows, 0),
      measured: ratio,
      tolerated: ratio < 1 ? volume.lowest_ratio : volume.highest_ratio,
      fails: failing.length > 0,
      finding: `${monthName(month)}: ${rows} : ${median}`
    })
  ];
}

/** Rows of every month from the first to the last, those without any as well. */
function rowsByMonth(groups: ScannedExtract["groups"], last: number): Map<number, number> {
  const counted = new Map<number, number>();
  for (const {month, rows} of groups) {
    if (month !== null && month <= last) counted.set(month, (counted.get(month) ?? 0) + rows);
  }
  const series = new Map<number, number>();
  if (counted.size === 0) return series;
  for (let month = Math.min(...counted.keys()); month <= last; month++) series.set(month, counted.get(month) ?? 0);
  return series;
}

function judgedMonth(
  month: number,
  series: ReadonlyMap<number, number>,
  {
    lowest_ratio: lowest,
    highest_ratio: highest,
    robust_z: z,
    least_months: months,
    least_rows: least
  }: QualityPolicy["volume"]
): Judged | null {
  const before = [...series].filter(([each]) => each < month && each >= month - REMEMBERED_MONTHS);
  const median = medianOf(before.map(([, rows]) => rows));
  if (before.length < months || median < least) return null;
  const rows = series.get(month)!;
  const spread = NORMAL * medianOf(before.map(([, each]) => Math.abs(each - median)));
  const ratio = rows / median;
  const isOut = ratio < lowest || ratio > highest;
  return {month, rows, median, ratio, fails: isOut && Math.abs(rows - median) > z * spread};
}

function farther(a: Judged, b: Judged): Judged {
  const distance = ({ratio}: Judged) => Math.abs(Math.log(ratio));
  return distance(b) > distance(a) ? b : a;
}

/** Zero where there is nothing. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return 0;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
