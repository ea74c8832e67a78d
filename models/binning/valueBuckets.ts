import type {BinCounts} from "./bins.js";
import {rateCorners} from "./rateCorners.js";

export interface Buckets {
  /** Greatest values of buckets after which the default rate turns, either way; none where rows are few. */
  readonly corners: readonly number[];
  /** The values of the ranks asked for. */
  readonly quantiles: readonly number[];
  /** Counts of buckets that hold none of these values, with the greatest value of each. */
  readonly whole: readonly (BinCounts & {readonly from: number})[];
  /** Rows of the other buckets, one by one. */
  readonly single: {readonly values: Float64Array; readonly flags: Uint8Array};
}

/** Rows from which buckets are quicker than sorting all. */
const MANY = 50_000;
/** Sign, exponent and eight digits of the fraction. */
const BITS = 20;

/**
 * Values of some ranks (from 1, rising), exact, and counts on either side of them, without sorting all: rows are counted by the leading bits of
 * their value, and only those in a bucket that holds a rank are looked at singly. `values` hold no NaN and no -0.
 */
export function bucketed(values: Float64Array, flags: Uint8Array, ranks: readonly number[]): Buckets {
  const keyOf = keys(values);
  const bits = values.length < MANY ? 0 : BITS;
  const shift = 32 - bits;
  const counts = new Uint32Array(2 * 2 ** bits);
  if (bits === 0) counts[0] = values.length;
  else for (let row = 0; row < values.length; row++) counts[2 * (keyOf(row) >>> shift) + flags[row]!]!++;
  const {before, isMarked, gathered} = marked(counts, ranks);
  const single = {values: new Float64Array(gathered), flags: new Uint8Array(gathered)};
  const seen = new Float64Array(2 ** bits).fill(-Infinity);
  for (let row = 0, at = 0; row < values.length; row++) {
    const bucket = bits === 0 ? 0 : keyOf(row) >>> shift;
    if (values[row]! > seen[bucket]!) seen[bucket] = values[row]!;
    if (isMarked[bucket] === 0) continue;
    single.values[at] = values[row]!;
    single.flags[at++] = flags[row]!;
  }
  const sorted = single.values.slice().sort();
  return {
    corners:
      bits === 0
        ? []
        : [true, false].flatMap((isFalling) => rateCorners(counts, isFalling)).map((bucket) => seen[bucket]!),
    quantiles: before.map((skipped, at) => sorted[ranks[at]! - skipped - 1]!),
    whole: wholeOf(counts, isMarked, seen),
    single
  };
}

/** The leading 32 bits of the value of a row, as a whole number that rises with it. */
function keys(values: Float64Array): (row: number) => number {
  const words = new Uint32Array(values.buffer, values.byteOffset, 2 * values.length);
  const leading = new Uint32Array(Float64Array.of(-1).buffer)[1] === 0 ? 0 : 1; // of the two words of a double
  return (row) => {
    const word = words[2 * row + leading]!;
    return (word ^ ((word >> 31) | 0x80000000)) >>> 0;
  };
}

/** Which buckets hold a rank, how many rows these hold together, and for each rank how many rows before it are in no such bucket. */
function marked(counts: Uint32Array, ranks: readonly number[]) {
  const isMarked = new Uint8Array(counts.length / 2);
  const before: number[] = [];
  let [gathered, skipped, passed] = [0, 0, 0];
  for (let bucket = 0; bucket < isMarked.length && before.length < ranks.length; bucket++) {
    const held = counts[2 * bucket]! + counts[2 * bucket + 1]!;
    passed += held;
    for (; ranks[before.length]! <= passed; before.push(skipped)) isMarked[bucket] = 1;
    if (isMarked[bucket] === 1) gathered += held;
    else skipped += held;
  }
  return {before, isMarked, gathered};
}

function wholeOf(
  counts: Uint32Array,
  isMarked: Uint8Array,
  seen: Float64Array
): (BinCounts & {readonly from: number})[] {
  const whole: (BinCounts & {readonly from: number})[] = [];
  for (let bucket = 0; bucket < isMarked.length; bucket++) {
    const [goods, bads] = [counts[2 * bucket]!, counts[2 * bucket + 1]!];
    if (isMarked[bucket] === 0 && goods + bads > 0) whole.push({goods, bads, from: seen[bucket]!});
  }
  return whole;
}
