import type {BinCounts} from "./bins.js";
import type {PartitionBounds} from "./partitionBounds.js";
import {isRun, runsOf} from "./runs.js";

/**
 * The partition of pre-bins, in their order, into runs with the most information, whichever way default rates go from one to the next:
 * as `optimalPartition`, without its order.
 *
 * Exact, by dynamic programming over the last pre-bin and the number of runs. O(P² maxBins) for P pre-bins. Of equals the one with the
 * fewest runs; null where two runs are not possible, or tell nothing.
 */
export function freePartition(
  preBins: readonly BinCounts[],
  totals: BinCounts,
  bounds: PartitionBounds
): number[] | null {
  const size = preBins.length;
  const runs = runsOf(preBins, totals, bounds);
  const {information} = runs;
  // Of the best so many runs that end with pre-bin `end`: their information, and where the last of them starts.
  const best = new Float64Array((bounds.maxBins + 1) * size).fill(-Infinity);
  const starts = new Int32Array(best.length);
  for (let end = 0; end < size; end++) {
    if (isRun(runs, end)) best[size + end] = information[end]!;
  }
  for (let count = 2; count <= bounds.maxBins; count++) {
    for (let end = 1; end < size; end++) {
      const at = count * size + end;
      for (let start = 1; start <= end; start++) {
        const total = best[(count - 1) * size + start - 1]! + information[start * size + end]!; // NaN is never greater
        if (total > best[at]!) [best[at], starts[at]] = [total, start];
      }
    }
  }
  return walkedBack(best, starts, size, bounds.maxBins);
}

function walkedBack(best: Float64Array, starts: Int32Array, size: number, maxBins: number): number[] | null {
  let [most, count] = [best[2 * size - 1]!, 1];
  for (let runs = 2; runs <= maxBins; runs++) {
    const total = best[(runs + 1) * size - 1]!;
    if (total > most + GAIN) [most, count] = [total, runs];
  }
  if (count === 1) return null;
  const ends: number[] = [];
  for (let end = size - 1; count > 0; count--) {
    ends.push(end);
    end = starts[count * size + end]! - 1;
  }
  return ends.reverse();
}

/** What one more run must add to be more than rounding. */
const GAIN = 1e-12;
