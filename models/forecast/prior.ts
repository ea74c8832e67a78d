import type {FlowHistories} from "./flowHistory.js";
import type {Prior} from "./level.js";
import {medianOf, poolOf, type Pool} from "./quantile.js";
import {quarterAt, seasonsOf, type Seasons} from "./seasons.js";

/** Of all quarters learned from, so many lie beyond each bound. */
const BEYOND_BOUND = 0.01;
/** So many obligors of a group weigh as much as all together. */
const PRIOR_OBLIGORS = 20;

/** Learns what is typical: medians over obligors of their mean quarter and of their mean distance from it. */
export function fitPrior(histories: FlowHistories, scale: Float64Array, seasons: Seasons): Prior {
  const {rowCount, flows, groups, quarters} = histories;
  const [every, levels, spreads] = [poolOf(), poolOf(), poolOf()];
  const byGroup = new Map<string, Pool>();
  for (let row = 0; row < rowCount; row++) {
    if (Number.isNaN(scale[row]!)) continue;
    const season = seasonsOf(seasons, groups[row]!);
    const plain = flows
      .map((values, lag) => values[row]! / scale[row]! - season[quarterAt(quarters[row]!, -lag)]!)
      .filter((ratio) => !Number.isNaN(ratio));
    const level = meanOf(plain);
    if (!byGroup.has(groups[row]!)) byGroup.set(groups[row]!, poolOf());
    byGroup.get(groups[row]!)!.add(level);
    levels.add(level);
    spreads.add(meanOf(plain.map((ratio) => Math.abs(ratio - level))));
    for (const ratio of plain) every.add(ratio);
  }
  const sorted = every.sorted();
  const beyond = Math.floor(BEYOND_BOUND * sorted.length);
  const all = medianOf(levels.sorted());
  const entries = [...byGroup].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    levels: {all, byGroup: Object.fromEntries(entries.map(([group, pool]) => [group, drawn(pool.sorted(), all)]))},
    spread: medianOf(spreads.sorted()),
    bounds: [sorted[beyond]!, sorted[sorted.length - 1 - beyond]!]
  };
}

function drawn(sorted: Float64Array, all: number): number {
  const weight = sorted.length / (sorted.length + PRIOR_OBLIGORS);
  return weight * medianOf(sorted) + (1 - weight) * all;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}
