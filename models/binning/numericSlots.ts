/** Where the values of a number fall: intervals between `cuts`, then each special value, then the missing. */
export interface Slots {
  /** Rising. */
  readonly cuts: Float64Array;
  readonly specials: Float64Array;
}

/** Writes the slot of each value into `out`. */
export function slotsOf({cuts, specials}: Slots, values: Float64Array, out: Uint16Array): void {
  const missing = cuts.length + 1 + specials.length;
  const hasSpecials = specials.length > 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    const special = hasSpecials ? specials.indexOf(value) : -1;
    if (special >= 0) out[row] = cuts.length + 1 + special;
    else out[row] = value === value ? intervalOf(cuts, value) : missing;
  }
}

/** Number of cuts below the value, by bisection. */
export function intervalOf(cuts: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (value <= cuts[middle]!) high = middle;
    else low = middle + 1;
  }
  return low;
}
