import type {BinCounts} from "./bins.js";
import type {PartitionBounds} from "./partitionBounds.js";
import {partInformation} from "./partInformation.js";

/** Every run of neighbouring pre-bins. */
export interface Runs {
  readonly size: number;
  readonly goods: Float64Array;
  readonly bads: Float64Array;
  /** NaN where the run holds too little. All by start x size + end. */
  readonly information: Float64Array;
}

/** Counts of every run, and the information of each that holds enough. */
export function runsOf(preBins: readonly BinCounts[], totals: BinCounts, bounds: PartitionBounds): Runs {
  const size = preBins.length;
  const [goods, bads] = [new Float64Array(size * size), new Float64Array(size * size)];
  const information = new Float64Array(size * size).fill(NaN);
  // Without a prior, the information of a run that lacks one kind has no end.
  const [leastBads, leastGoods] = [Math.max(1, bounds.minEvents), Math.max(1, bounds.minNonEvents)];
  for (let start = 0; start < size; start++) {
    let [g, b] = [0, 0];
    for (let end = start; end < size; end++) {
      g += preBins[end]!.goods;
      b += preBins[end]!.bads;
      const run = start * size + end;
      goods[run] = g;
      bads[run] = b;
      if (g < leastGoods || b < leastBads || g + b < bounds.minRows) continue;
      information[run] = partInformation(g / totals.goods, b / totals.bads);
    }
  }
  return {size, goods, bads, information};
}

/** Whether a run holds enough. */
export function isRun({information}: Runs, run: number): boolean {
  return !Number.isNaN(information[run]!);
}
