import type {BinCounts} from "#models/binning/bins.js";
import {coarseCuts, binOf} from "#models/binning/cutPoints.js";
import {giniOfBins} from "#models/binning/giniOfBins.js";
import {informationValue} from "#models/binning/informationValue.js";
import {weightOfEvidence} from "#models/binning/weightOfEvidence.js";
import {psiCriticalValue} from "#models/validation/psi.js";
import {sumOf, type DatedCounts} from "./stability.js";

/** Rows below which a bin is joined to its neighbour. */
export const LEAST_ROWS = 25;

/** A bin of a feature: values above `lower` up to `upper`, open where null; or the missing ones. */
export interface FeatureBin extends BinCounts {
  readonly lower: number | null;
  readonly upper: number | null;
  readonly isMissing: boolean;
  readonly woe: number;
}

/** How a feature alone goes with default, among the obligors not in default whose outcome is known. */
export interface Relation {
  readonly bins: readonly FeatureBin[];
  readonly iv: number;
  /** What chance alone exceeds once in twenty times. */
  readonly ivCritical: number;
  /** From -1 to 1; positive where higher values are safer. Null where no value is known. */
  readonly gini: number | null;
  readonly observations: number;
  readonly defaults: number;
}

/** Null where goods or bads are wanting. `ends` part the values; the last of the counts is that of missing ones. */
export function relationOf(rows: readonly DatedCounts[], ends: readonly number[]): Relation | null {
  const none = Array.from({length: ends.length + 2}, () => 0);
  const countsOf = (wanted: boolean) =>
    rows.filter(({defaulted}) => defaulted === wanted).reduce((sum, {counts}) => sumOf(sum, counts), none);
  const [goods, bads] = [countsOf(false), countsOf(true)];
  const [good, bad] = [total(goods), total(bads)];
  if (good === 0 || bad === 0) return null;
  const known = goods.slice(0, -1).map((count, bin) => ({goods: count, bads: bads[bin]!}));
  const cuts = coarseCuts(
    ends,
    known.map((bin) => bin.goods + bin.bads),
    LEAST_ROWS
  );
  const joined = joinedBins(known, ends, cuts).filter((bin) => bin.goods + bin.bads > 0);
  const missing = {goods: goods.at(-1)!, bads: bads.at(-1)!};
  const hasMissing = missing.goods + missing.bads > 0;
  const bins = hasMissing ? [...joined, missing] : joined;
  const woe = weightOfEvidence(bins);
  return {
    bins: bins.map((bin, at) => ({
      ...bin,
      isMissing: at === joined.length,
      lower: at === joined.length ? null : (cuts[at - 1] ?? null),
      upper: at === joined.length ? null : (cuts[at] ?? null),
      woe: woe[at]!
    })),
    iv: informationValue(bins),
    ivCritical: psiCriticalValue(bins.length, good, bad),
    gini: giniOfBins(joined),
    observations: good + bad,
    defaults: bad
  };
}

function joinedBins(bins: readonly BinCounts[], ends: readonly number[], cuts: readonly number[]): BinCounts[] {
  const joined = Array.from({length: cuts.length + 1}, () => ({goods: 0, bads: 0}));
  bins.forEach((bin, at) => {
    const into = joined[at < ends.length ? binOf(ends[at]!, cuts) : cuts.length]!;
    into.goods += bin.goods;
    into.bads += bin.bads;
  });
  return joined;
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
