/** The middle value of sorted numbers, the lower of two; NaN of none. */
export function medianOf(sorted: Float64Array): number {
  return sorted.length === 0 ? NaN : sorted[(sorted.length - 1) >> 1]!;
}

/** Numbers in a list that grows, sorted when asked for. */
export interface Pool {
  add(value: number): void;
  sorted(): Float64Array;
}

export function poolOf(): Pool {
  let values = new Float64Array(64);
  let length = 0;
  return {
    add(value) {
      if (length === values.length) {
        const wider = new Float64Array(2 * length);
        wider.set(values);
        values = wider;
      }
      values[length++] = value;
    },
    sorted: () => values.slice(0, length).sort()
  };
}
