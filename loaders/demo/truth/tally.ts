import {FIRST_YEAR, LAST_MONTH} from "../calendar.js";

/** What the truth is worth in one pool of obligor-month-ends: defaults found by the true PD. */
export interface TruthPool {
  readonly obligors: number;
  readonly defaults: number;
  readonly defaultRate: number;
  readonly meanIntegratedPd: number;
  readonly meanPdGivenPath: number;
  readonly aucIntegrated: number;
  readonly aucGivenPath: number;
}

export interface TruthTally {
  /** Takes in a performing obligor at a month end; month ends other than December's and windows beyond the books are left out. */
  add(month: number, integrated: number, givenPath: number, defaults: boolean): void;
  /** All year ends together, and each by the year of its window. */
  pools(): {pooled: TruthPool; byYear: Record<string, TruthPool>};
}

interface Seen {
  readonly integrated: number;
  readonly givenPath: number;
  readonly defaults: boolean;
}

export function truthTally(): TruthTally {
  const byYear = new Map<number, Seen[]>();
  return {
    add(month, integrated, givenPath, defaults) {
      if (month % 12 !== 11 || month + 12 > LAST_MONTH) return;
      const year = FIRST_YEAR + (month + 1) / 12;
      if (!byYear.has(year)) byYear.set(year, []);
      byYear.get(year)!.push({integrated, givenPath, defaults});
    },
    pools: () => ({
      pooled: poolOf([...byYear.values()].flat()),
      byYear: Object.fromEntries(
        [...byYear].sort(([a], [b]) => a - b).map(([year, seen]) => [String(year), poolOf(seen)])
      )
    })
  };
}

function poolOf(seen: readonly Seen[]): TruthPool {
  const defaults = seen.filter((one) => one.defaults).length;
  const mean = (value: (one: Seen) => number): number =>
    seen.reduce((total, one) => total + value(one), 0) / seen.length;
  return {
    obligors: seen.length,
    defaults,
    defaultRate: defaults / seen.length,
    meanIntegratedPd: mean(({integrated}) => integrated),
    meanPdGivenPath: mean(({givenPath}) => givenPath),
    aucIntegrated: areaUnderCurve(seen, ({integrated}) => integrated),
    aucGivenPath: areaUnderCurve(seen, ({givenPath}) => givenPath)
  };
}

/** Chance that a defaulter has a higher value than a survivor, ties counted half; NaN without either. A test holds it to the one of validation. */
function areaUnderCurve(seen: readonly Seen[], value: (one: Seen) => number): number {
  const sorted = [...seen].sort((a, b) => value(a) - value(b));
  let ranks = 0;
  let defaults = 0;
  for (let start = 0; start < sorted.length;) {
    let end = start;
    while (end < sorted.length && value(sorted[end]!) === value(sorted[start]!)) end++;
    const tied = sorted.slice(start, end).filter((one) => one.defaults).length;
    ranks += tied * ((start + 1 + end) / 2);
    defaults += tied;
    start = end;
  }
  return (ranks - (defaults * (defaults + 1)) / 2) / (defaults * (seen.length - defaults));
}
