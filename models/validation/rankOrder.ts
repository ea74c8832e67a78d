const DIGIT = 11;
const BUCKETS = 1 << DIGIT;

/** Below it a comparison sort is faster than clearing the counters. */
const FEW = 4096;

/**
 * Row numbers by rising value, rows of one value in the order given. Throws on NaN.
 *
 * A radix sort on the bits of the doubles, least significant digit first: linear in the number of rows.
 */
export function rankOrder(values: Float64Array): Uint32Array {
  const rows = new Uint32Array(values.length);
  for (let row = 0; row < values.length; row++) {
    if (Number.isNaN(values[row]!)) throw new RangeError("ranks need a value for every row; got NaN");
    rows[row] = row;
  }
  return values.length < FEW ? rows.sort((a, b) => values[a]! - values[b]! || a - b) : radixSorted(values, rows);
}

function radixSorted(values: Float64Array, rows: Uint32Array): Uint32Array {
  let from = rows;
  let to: Uint32Array = new Uint32Array(rows.length);
  const starts = new Uint32Array(BUCKETS);
  for (const word of sortableBits(values)) {
    for (let shift = 0; shift < 32; shift += DIGIT) {
      if (countDigits(word, shift, starts) === rows.length) continue; // one digit for all
      for (let k = 0; k < from.length; k++) {
        const row = from[k]!;
        to[starts[(word[row]! >>> shift) & (BUCKETS - 1)]!++] = row;
      }
      [from, to] = [to, from];
    }
  }
  return from;
}

/** Leaves in `starts` the place where each digit begins; gives the size of the largest. */
function countDigits(word: Uint32Array, shift: number, starts: Uint32Array): number {
  starts.fill(0);
  for (let row = 0; row < word.length; row++) starts[(word[row]! >>> shift) & (BUCKETS - 1)]!++;
  let [sum, most] = [0, 0];
  for (let digit = 0; digit < BUCKETS; digit++) {
    const count = starts[digit]!;
    most = Math.max(most, count);
    starts[digit] = sum;
    sum += count;
  }
  return most;
}

/** The low and the high word of each double, turned so that unsigned order is the order of the numbers. */
function sortableBits(values: Float64Array): [low: Uint32Array, high: Uint32Array] {
  const low = new Uint32Array(values.length);
  const high = new Uint32Array(values.length);
  const one = new Float64Array(1);
  const words = new Uint32Array(one.buffer);
  for (let row = 0; row < values.length; row++) {
    one[0] = values[row]! + 0; // -0 ranks with 0
    const negative = words[1]! >>> 31 === 1;
    low[row] = negative ? ~words[0]! : words[0]!;
    high[row] = negative ? ~words[1]! : words[1]! ^ 0x80000000;
  }
  return [low, high];
}
