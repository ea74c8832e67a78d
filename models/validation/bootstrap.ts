import {permutation, randomOf} from "../numerics/random.js";
import {bca} from "./bca.js";

/** A statistic of the rows, each counted so many times; null where it is not defined on them. */
export type Statistic = (weights: Uint32Array) => number | null;

export interface BootstrapOptions {
  readonly seed: number;
  readonly replicates?: number;
  readonly level?: number;
  readonly method?: "percentile" | "bca";
  /** Parts for the acceleration of BCa, each left out once. */
  readonly blocks?: number;
}

export interface BootstrapInterval {
  readonly estimate: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
  readonly method: "percentile" | "bca";
  /** Those on which the statistic was defined. */
  readonly replicates: number;
}

/**
 * Interval of any statistic by drawing whole groups (obligors) with replacement, so that rows of one obligor stay together.
 *
 * `bca` corrects bias and skewness (Efron 1987, JASA 82, 171-185); its acceleration leaves out random blocks of groups, one at a time. The
 * draw depends on the seed, the replicate and the order of the group codes alone. Null where the statistic is not defined on the sample itself, or on
 * less than half of the replicates.
 */
export function bootstrapInterval(
  groupOf: Uint32Array,
  statistic: Statistic,
  {seed, replicates = 999, level = 0.95, method = "bca", blocks = 200}: BootstrapOptions
): BootstrapInterval | null {
  const [groups, count] = denseCodes(groupOf);
  const weights = new Uint32Array(groups.length).fill(1);
  const estimate = statistic(weights);
  if (estimate === null) return null;
  const values = replicated(groups, count, statistic, weights, seed, replicates);
  if (values.length < replicates / 2) return null;
  const tail = (1 - level) / 2;
  const adjust =
    method === "bca" ? bca(values, estimate, jackknifed(groups, count, statistic, weights, seed, blocks)) : null;
  const [low, high] = adjust === null ? [tail, 1 - tail] : [adjust(tail), adjust(1 - tail)];
  return {
    estimate,
    standardError: spread(values),
    lower: quantile(values, low),
    upper: quantile(values, high),
    method: adjust === null ? "percentile" : "bca",
    replicates: values.length
  };
}

/** Codes without gaps, in the order of the codes given, and how many there are. */
function denseCodes(groups: Uint32Array): [codes: Uint32Array, count: number] {
  const codeOf = new Uint32Array(groups.reduce((most, group) => Math.max(most, group + 1), 0));
  for (const group of groups) codeOf[group] = 1;
  let count = 0;
  for (let group = 0; group < codeOf.length; group++) if (codeOf[group] === 1) codeOf[group] = count++;
  return [groups.map((group) => codeOf[group]!), count];
}

/** The statistic on each drawn sample, sorted. */
function replicated(
  groups: Uint32Array,
  count: number,
  statistic: Statistic,
  weights: Uint32Array,
  seed: number,
  replicates: number
): Float64Array {
  const random = randomOf(seed);
  const times = new Uint32Array(count);
  const values: number[] = [];
  for (let replicate = 0; replicate < replicates; replicate++) {
    times.fill(0);
    for (let draw = 0; draw < count; draw++) times[Math.floor(random() * count)]!++;
    for (let row = 0; row < groups.length; row++) weights[row] = times[groups[row]!]!;
    const value = statistic(weights);
    if (value !== null) values.push(value);
  }
  return Float64Array.from(values).sort();
}

function jackknifed(
  groups: Uint32Array,
  count: number,
  statistic: Statistic,
  weights: Uint32Array,
  seed: number,
  blocks: number
): number[] {
  const parts = Math.min(blocks, count);
  const place = permutation(count, randomOf(seed ^ 0x5bd1e995));
  return Array.from({length: parts}, (_, block) => {
    for (let row = 0; row < groups.length; row++) weights[row] = place[groups[row]!]! % parts === block ? 0 : 1;
    return statistic(weights);
  }).filter((value) => value !== null);
}

/** Quantile of sorted values, linear between neighbours. */
function quantile(sorted: Float64Array, p: number): number {
  const at = p * (sorted.length - 1);
  const low = Math.floor(at);
  const high = Math.min(low + 1, sorted.length - 1);
  return sorted[low]! + (at - low) * (sorted[high]! - sorted[low]!);
}

function spread(values: Float64Array): number {
  const mean = values.reduce((total, value) => total + value, 0) / values.length;
  return Math.sqrt(values.reduce((total, value) => total + (value - mean) ** 2, 0) / (values.length - 1));
}
