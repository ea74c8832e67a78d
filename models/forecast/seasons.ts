import type {FlowHistories} from "./flowHistory.js";
import {medianOf, poolOf, type Pool} from "./quantile.js";

/** How far the flow of each quarter of the year lies from an obligor's own mean, in quarterly sales. */
export interface Seasons {
  /** Of all obligors together. */
  readonly all: readonly number[];
  readonly byGroup: Readonly<Record<string, readonly number[]>>;
}

/** So many quarters of a group weigh as much as those of all obligors together. */
const PRIOR_QUARTERS = 200;

/** Learns the seasons from the quarters known: medians, those of a small group drawn towards those of all. */
export function fitSeasons(histories: FlowHistories, scale: Float64Array): Seasons {
  const all = fourPools();
  const byGroup = new Map<string, Pool[]>();
  for (let row = 0; row < histories.rowCount; row++) {
    const ratios = histories.flows.map((flows) => flows[row]! / scale[row]!);
    const own = meanOfYear(ratios, histories.quarters[row]!);
    if (own === null) continue;
    const group = histories.groups[row]!;
    if (!byGroup.has(group)) byGroup.set(group, fourPools());
    ratios.forEach((ratio, lag) => {
      if (Number.isNaN(ratio)) return;
      const quarter = quarterAt(histories.quarters[row]!, -lag);
      for (const pools of [all, byGroup.get(group)!]) pools[quarter]!.add(ratio - own);
    });
  }
  const overall = centred(all.map((pool) => medianOf(pool.sorted()) || 0));
  const entries = [...byGroup].sort(([a], [b]) => (a < b ? -1 : 1));
  return {all: overall, byGroup: Object.fromEntries(entries.map(([group, pools]) => [group, drawn(pools, overall)]))};
}

/** The seasons that hold for a group; those of all obligors for one that was not learned. */
export function seasonsOf({all, byGroup}: Seasons, group: string): readonly number[] {
  return byGroup[group] ?? all;
}

/** Place in the year of the quarter so many after another. */
export function quarterAt(quarter: number, after: number): number {
  return (((quarter + after) % 4) + 4) % 4;
}

/** The mean over the quarters of a year, so that one known three times weighs no more; null where one is not known at all. */
function meanOfYear(ratios: readonly number[], latest: number): number | null {
  let total = 0;
  for (let quarter = 0; quarter < 4; quarter++) {
    const same = ratios.filter((ratio, lag) => !Number.isNaN(ratio) && quarterAt(latest, -lag) === quarter);
    if (same.length === 0) return null;
    total += same.reduce((sum, ratio) => sum + ratio, 0) / same.length;
  }
  return total / 4;
}

function fourPools(): Pool[] {
  return Array.from({length: 4}, () => poolOf());
}

function drawn(pools: readonly Pool[], overall: readonly number[]): number[] {
  return centred(
    pools.map((pool, quarter) => {
      const sorted = pool.sorted();
      const weight = sorted.length / (sorted.length + PRIOR_QUARTERS);
      return weight * (medianOf(sorted) || 0) + (1 - weight) * overall[quarter]!;
    })
  );
}

/** Seasons move flows within a year and leave the year as it is. */
function centred(values: readonly number[]): number[] {
  const mean = values.reduce((total, value) => total + value, 0) / values.length;
  return values.map((value) => value - mean);
}
