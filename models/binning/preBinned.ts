import type {BinCounts} from "./bins.js";
import {cutPoints} from "./cutPoints.js";
import {intervalOf} from "./numericSlots.js";
import {bucketed} from "./valueBuckets.js";

export interface PreBinned {
  /** Rising and finite; between them lie the pre-bins. */
  readonly cuts: Float64Array;
  /** Of each pre-bin, rising. Empty where no value is known. */
  readonly intervals: readonly BinCounts[];
  readonly specials: readonly BinCounts[];
  readonly missing: BinCounts;
}

/** Rows by pre-bins of about equal counts of the values that are known and not special, cut at quantiles; where rows are many, also where default rates turn. */
export function preBinned(
  values: Float64Array,
  defaulted: Uint8Array,
  preBins: number,
  specials: Float64Array
): PreBinned {
  if (values.length !== defaulted.length) {
    throw new RangeError(`${values.length} values, but ${defaulted.length} outcomes`);
  }
  const known = new Float64Array(values.length);
  const flags = new Uint8Array(values.length);
  const rest = new Uint32Array(2 * (specials.length + 1));
  let count = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]! + 0; // -0 is 0
    const special = specials.length > 0 ? specials.indexOf(value) : -1;
    if (value !== value) rest[2 * specials.length + defaulted[row]!]!++;
    else if (special >= 0) rest[2 * special + defaulted[row]!]!++;
    else {
      known[count] = value;
      flags[count++] = defaulted[row]!;
    }
  }
  const others = pairsOf(rest);
  const parts = intervalsOf(known.subarray(0, count), flags.subarray(0, count), preBins);
  return {...parts, specials: others.slice(0, -1), missing: others.at(-1)!};
}

function intervalsOf(known: Float64Array, flags: Uint8Array, preBins: number) {
  if (known.length === 0) return {cuts: new Float64Array(), intervals: []};
  const ranks = Array.from({length: preBins}, (_, index) => Math.ceil(((index + 1) * known.length) / preBins));
  const buckets = bucketed(
    known,
    flags,
    ranks.map((rank) => Math.max(1, rank))
  );
  // JSON holds no infinities.
  const cuts = Float64Array.from(new Set([...cutPoints(buckets.quantiles), ...buckets.corners]))
    .filter(Number.isFinite)
    .sort();
  const counts = new Uint32Array(2 * (cuts.length + 1));
  buckets.whole.forEach(({from, goods, bads}) => {
    const interval = intervalOf(cuts, from);
    counts[2 * interval]! += goods;
    counts[2 * interval + 1]! += bads;
  });
  const {values, flags: own} = buckets.single;
  for (let row = 0; row < values.length; row++) counts[2 * intervalOf(cuts, values[row]!) + own[row]!]!++;
  return {cuts, intervals: pairsOf(counts)};
}

function pairsOf(counts: Uint32Array): BinCounts[] {
  return Array.from({length: counts.length / 2}, (_, at) => ({goods: counts[2 * at]!, bads: counts[2 * at + 1]!}));
}
