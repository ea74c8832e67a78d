import type {BinCounts} from "./bins.js";
import type {PartitionBounds} from "./partitionBounds.js";
import {isRun, runsOf, type Runs} from "./runs.js";
import {isSafer} from "./safety.js";

/**
 * The partition of pre-bins, in their order, into runs that are each strictly safer than the one before, with the most information: the
 * greatest sum of (share of goods - share of bads) x ln(share of goods / share of bads), shares of `totals`, without a prior.
 *
 * Exact, by dynamic programming over the last run [start, end] and the number of runs: information adds up over runs, and
 * whether a run may follow depends on the run before it alone. O(P² (log P + maxBins)) for P pre-bins. Of equals the one with the fewest
 * runs. Gives the index of the last pre-bin of each run; null where not even two runs are possible.
 */
export function optimalPartition(
  preBins: readonly BinCounts[],
  totals: BinCounts,
  bounds: PartitionBounds
): number[] | null {
  const size = preBins.length;
  const runs = runsOf(preBins, totals, bounds);
  const width = bounds.maxBins + 1;
  // Of the best partition that ends in run [start, end] of so many runs: its information, and where the run before it starts.
  const best = new Float64Array(size * size * width).fill(-Infinity);
  const before = new Int32Array(size * size * width).fill(-1);
  for (let end = 0; end < size; end++) if (isRun(runs, end)) best[end * width + 1] = runs.information[end]!;
  for (let start = 1; start < size; start++) followAll(runs, {best, before, width}, start);
  return walkedBack(best, before, size, width);
}

interface Table {
  readonly best: Float64Array;
  readonly before: Int32Array;
  readonly width: number;
}

/**
 * Puts every run that begins at `start` after the best of the riskier runs that end before it. Both are taken riskiest first, so that those a run may
 * follow are those that the run before it might, and some more.
 */
function followAll(runs: Runs, table: Table, start: number): void {
  const {size, goods, bads} = runs;
  const riskiestFirst = (a: number, b: number) => goods[a]! * bads[b]! - goods[b]! * bads[a]!;
  const own: number[] = [];
  const earlier: number[] = [];
  for (let end = start; end < size; end++) if (isRun(runs, start * size + end)) own.push(start * size + end);
  for (let first = 0; first < start; first++) {
    if (isRun(runs, first * size + start - 1)) earlier.push(first * size + start - 1);
  }
  if (own.length === 0 || earlier.length === 0) return;
  own.sort(riskiestFirst);
  earlier.sort(riskiestFirst);
  const leaders = new Int32Array(table.width).fill(-1); // by number of runs, the best so far
  let passed = 0;
  for (const run of own) {
    for (; passed < earlier.length && riskiestFirst(earlier[passed]!, run) < 0; passed++) {
      lead(table, leaders, earlier[passed]!);
    }
    follow(runs, table, run, leaders, earlier, passed);
  }
}

function lead({best, width}: Table, leaders: Int32Array, run: number): void {
  for (let count = 1; count < width; count++) {
    const total = best[run * width + count]!;
    if (total > (leaders[count]! < 0 ? -Infinity : best[leaders[count]! * width + count]!)) leaders[count] = run;
  }
}

/** Takes the leader; where the prior forbids it, which is rare, the best of all that are riskier. */
function follow(
  runs: Runs,
  table: Table,
  run: number,
  leaders: Int32Array,
  earlier: readonly number[],
  passed: number
): void {
  const {size, goods, bads, information} = runs;
  const {best, before, width} = table;
  const mayFollow = (other: number) => isSafer(goods[run]!, bads[run]!, goods[other]!, bads[other]!);
  for (let count = 2; count < width; count++) {
    let leader = leaders[count - 1]!;
    if (leader < 0) continue;
    if (!mayFollow(leader)) {
      leader = -1;
      for (let at = 0; at < passed; at++) {
        const other = earlier[at]!;
        const most = leader < 0 ? -Infinity : best[leader * width + count - 1]!;
        if (best[other * width + count - 1]! > most && mayFollow(other)) leader = other;
      }
      if (leader < 0) continue;
    }
    best[run * width + count] = best[leader * width + count - 1]! + information[run]!;
    before[run * width + count] = Math.floor(leader / size);
  }
}

function walkedBack(best: Float64Array, before: Int32Array, size: number, width: number): number[] | null {
  let [most, at, count] = [-Infinity, -1, 0];
  for (let runs = 2; runs < width; runs++) {
    for (let start = 1; start < size; start++) {
      const total = best[(start * size + size - 1) * width + runs]!;
      if (total > most) [most, at, count] = [total, start, runs];
    }
  }
  if (count === 0) return null;
  const ends: number[] = [];
  for (let end = size - 1; count > 0; count--) {
    ends.push(end);
    const earlier = before[(at * size + end) * width + count]!;
    [end, at] = [at - 1, earlier];
  }
  return ends.reverse();
}
