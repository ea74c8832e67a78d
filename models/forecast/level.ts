import type {FlowHistories} from "./flowHistory.js";
import {quarterAt, seasonsOf, type Seasons} from "./seasons.js";

/** How an obligor's own quarters are weighed against each other and against its group. */
export interface Weighing {
  /** A quarter so many before another counts half as much. */
  readonly halfLife: number;
  /** The group counts as so many recent quarters of the obligor. */
  readonly shrinkage: number;
}

/** What all obligors together say of one. In quarterly sales. */
export interface Prior {
  /** Typical level by group, and of all for a group that was not learned. */
  readonly levels: {readonly all: number; readonly byGroup: Readonly<Record<string, number>>};
  /** Typical distance of a quarter from its obligor's level. */
  readonly spread: number;
  /** Quarters beyond these are taken as if at them: one sale of a plant is no level. */
  readonly bounds: readonly [number, number];
}

/** Flow of an average quarter, and how far quarters lie from it, in quarterly sales; NaN where nothing is projected. */
export interface Levels {
  readonly level: Float64Array;
  readonly spread: Float64Array;
}

/** The typical spread counts as so many recent quarters of the obligor. */
const SPREAD_PRIOR = 2;

/** Levels and spreads of obligors: weighted means without season, drawn towards their group. */
export function levelsOf(
  histories: FlowHistories,
  scale: Float64Array,
  seasons: Seasons,
  prior: Prior,
  {halfLife, shrinkage}: Weighing
): Levels {
  const {rowCount, flows, groups, quarters} = histories;
  const [low, high] = prior.bounds;
  const level = new Float64Array(rowCount).fill(NaN);
  const spread = new Float64Array(rowCount).fill(NaN);
  const weights = flows.map((_, lag) => 2 ** (-lag / halfLife));
  const plain = new Float64Array(flows.length);
  for (let row = 0; row < rowCount; row++) {
    if (Number.isNaN(scale[row]!)) continue;
    const season = seasonsOf(seasons, groups[row]!);
    let [weight, total] = [0, 0];
    for (let lag = 0; lag < flows.length; lag++) {
      const ratio = flows[lag]![row]! / scale[row]! - season[quarterAt(quarters[row]!, -lag)]!;
      plain[lag] = Math.min(high, Math.max(low, ratio)); // NaN stays NaN
      if (Number.isNaN(ratio)) continue;
      weight += weights[lag]!;
      total += weights[lag]! * plain[lag]!;
    }
    let distance = 0;
    for (let lag = 0; lag < flows.length; lag++) {
      if (!Number.isNaN(plain[lag]!)) distance += weights[lag]! * Math.abs(plain[lag]! - total / weight);
    }
    const typical = prior.levels.byGroup[groups[row]!] ?? prior.levels.all;
    level[row] = (total + shrinkage * typical) / (weight + shrinkage);
    spread[row] = (distance + SPREAD_PRIOR * prior.spread) / (weight + SPREAD_PRIOR);
  }
  return {level, spread};
}
