import type {BinCounts} from "./bins.js";
import type {PartitionBounds} from "./partitionBounds.js";
import type {BinningOptions} from "./woeBins.js";

export const MAX_BINS = 8;
export const MIN_EVENTS = 10;
export const PRE_BINS = 64;

/** The bounds in counts. Throws where there could never be two bins, or where events or non-events are wanting. */
export function boundsOf(
  {maxBins = MAX_BINS, minEvents = MIN_EVENTS, minNonEvents = MIN_EVENTS, minShare = 0}: BinningOptions,
  totals: BinCounts
): PartitionBounds {
  if (!(maxBins >= 2)) throw new RangeError(`a binning needs at least 2 bins; maxBins is ${maxBins}`);
  if (!(minShare >= 0 && minShare < 1)) throw new RangeError(`minShare must be in [0, 1); got ${minShare}`);
  if (!(totals.goods > 0 && totals.bads > 0)) {
    throw new RangeError(`binning needs events and non-events; got ${totals.bads} and ${totals.goods}`);
  }
  return {maxBins, minEvents, minNonEvents, minRows: minShare * (totals.goods + totals.bads)};
}

/** Whether a bin rests on rows of its own: as many events, non-events and rows as a bin of known values must hold. */
export function isSupported({goods, bads}: BinCounts, bounds: PartitionBounds): boolean {
  return (
    bads >= Math.max(1, bounds.minEvents) && goods >= Math.max(1, bounds.minNonEvents) && goods + bads >= bounds.minRows
  );
}

export function sumOfCounts(bins: readonly BinCounts[]): BinCounts {
  let [goods, bads] = [0, 0];
  for (const bin of bins) {
    goods += bin.goods;
    bads += bin.bads;
  }
  return {goods, bads};
}
