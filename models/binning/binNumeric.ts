import {boundsOf, PRE_BINS, sumOfCounts} from "./binningRules.js";
import type {BinCounts} from "./bins.js";
import {freePartition} from "./freePartition.js";
import {optimalPartition} from "./optimalPartition.js";
import type {PartitionBounds} from "./partitionBounds.js";
import {preBinned} from "./preBinned.js";
import {unbinned} from "./unbinned.js";
import {weighted, type CountedBin} from "./weighted.js";
import type {NumericBins, NumericOptions, Safer, Shape, Unbinned} from "./woeBins.js";

/**
 * Bins of a number with the most information about default of all that join its pre-bins, hold enough events and non-events, are no
 * more than `maxBins`, and whose default rate falls strictly in the direction that is safer; where that is `neither`, in the direction
 * that tells more, or, where `shape` is free, without any such order. Missing and special values have bins of their own. Does not depend on the order of rows.
 *
 * `values` (NaN where missing) and 0/1 `defaulted` are of one length. Throws where they are not, where no row or every row
 * defaulted, and on specials that are not finite. Gives the reason where not even two bins are possible.
 */
export function binNumeric(
  values: Float64Array,
  defaulted: Uint8Array,
  options: NumericOptions = {}
): NumericBins | Unbinned {
  const {safer = "neither", shape = "monotone", preBins = PRE_BINS, unknown = "neutral"} = options;
  const specials = specialsOf(options);
  const rows = preBinned(values, defaulted, preBins, specials);
  const {intervals} = rows;
  const totals = sumOfCounts([...intervals, ...rows.specials, rows.missing]);
  const bounds = boundsOf(options, totals);
  const found = directionsOf(safer, shape)
    .map((direction) => binsFor(direction))
    .reduce((best, next) => (next !== null && (best === null || next.rawIv > best.rawIv) ? next : best), null);
  return found ?? unbinned(safer === "lower" ? intervals.toReversed() : intervals, bounds);

  function binsFor(direction: Safer): NumericBins | null {
    const ends = intervalEnds(intervals, totals, bounds, direction);
    if (ends === null) return null;
    const cuts = ends.slice(0, -1).map((end) => rows.cuts[end]!);
    const counted: CountedBin[] = [
      ...ends.map((end, at): CountedBin => {
        const held = sumOfCounts(intervals.slice(at === 0 ? 0 : ends[at - 1]! + 1, end + 1));
        return {kind: "interval", lower: cuts[at - 1] ?? null, upper: cuts[at] ?? null, ...held};
      }),
      ...rows.specials.map((held, at): CountedBin => ({kind: "special", value: specials[at]!, ...held})),
      {kind: "missing", ...rows.missing}
    ];
    return {
      kind: "numeric",
      safer: direction,
      cuts,
      specials: [...specials],
      ...weighted(counted, bounds, unknown)
    };
  }
}

function directionsOf(safer: Safer, shape: Shape): readonly Safer[] {
  if (safer !== "neither") return [safer];
  return shape === "free" ? ["neither"] : ["higher", "lower"];
}

/** Last pre-bin of each interval, rising, whichever way safety goes. */
function intervalEnds(
  intervals: readonly BinCounts[],
  totals: BinCounts,
  bounds: PartitionBounds,
  safer: Safer
): number[] | null {
  if (safer === "neither") return freePartition(intervals, totals, bounds);
  if (safer === "higher") return optimalPartition(intervals, totals, bounds);
  const ends = optimalPartition(intervals.toReversed(), totals, bounds);
  if (ends === null) return null;
  const last = intervals.length - 1;
  return [...ends.slice(0, -1).map((end) => last - end - 1), last].sort((a, b) => a - b);
}

function specialsOf({specials = []}: NumericOptions): Float64Array {
  for (const value of specials) {
    if (!Number.isFinite(value)) throw new RangeError(`a special value must be a finite number; got ${value}`);
  }
  return Float64Array.from(new Set(specials.map((value) => value + 0)));
}
