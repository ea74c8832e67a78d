import type {BinCounts} from "#models/binning/bins.js";
import type {PartitionBounds} from "#models/binning/partitionBounds.js";

/** Every way to join neighbours, written without the code under test: the last pre-bin of each run. */
export function allPartitions(size: number): number[][] {
  return Array.from({length: 2 ** (size - 1)}, (_, mask) =>
    Array.from({length: size}, (__, at) => at).filter((at) => at === size - 1 || ((mask >> at) & 1) === 1)
  );
}

export function joinedRuns(preBins: readonly BinCounts[], ends: readonly number[]): BinCounts[] {
  return ends.map((end, at) => {
    const run = preBins.slice(at === 0 ? 0 : ends[at - 1]! + 1, end + 1);
    return {goods: run.reduce((sum, {goods}) => sum + goods, 0), bads: run.reduce((sum, {bads}) => sum + bads, 0)};
  });
}

/** Whether each run is strictly safer than the one before, raw and with half a row added to each count, and holds enough. */
export function isAllowed(runs: readonly BinCounts[], bounds: PartitionBounds): boolean {
  const holds = ({goods, bads}: BinCounts) =>
    goods >= Math.max(1, bounds.minNonEvents) &&
    bads >= Math.max(1, bounds.minEvents) &&
    goods + bads >= bounds.minRows;
  const rises = (prior: number) =>
    runs.every((run, at) => {
      const before = runs[at - 1];
      if (before === undefined) return true;
      return (run.goods + prior) * (before.bads + prior) > (before.goods + prior) * (run.bads + prior);
    });
  return runs.length >= 2 && runs.length <= bounds.maxBins && runs.every(holds) && rises(0) && rises(0.5);
}

export function rawInformation(runs: readonly BinCounts[], totals: BinCounts): number {
  return runs.reduce((sum, {goods, bads}) => {
    const [g, b] = [goods / totals.goods, bads / totals.bads];
    return sum + (g - b) * Math.log(g / b);
  }, 0);
}
