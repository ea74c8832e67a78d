/** Row numbers by rising PD; rows with one PD in the order given. */
export function order(pds: Float64Array): Uint32Array {
  return Uint32Array.from(pds.keys()).sort((a, b) => pds[a]! - pds[b]!);
}

/** The weight of a row; 1 where none are given. Throws on PDs that are none, on no rows, and on weights that are negative, too few or all zero. */
export function weightsOf(pds: Float64Array, weights: Float64Array | undefined): (row: number) => number {
  for (const pd of pds) if (!(pd >= 0 && pd <= 1)) throw new RangeError(`a PD must be in [0, 1]; got ${pd}`);
  if (pds.length === 0) throw new RangeError("nothing to calibrate: no PDs");
  if (weights === undefined) return () => 1;
  if (weights.length !== pds.length) throw new RangeError(`${pds.length} PDs, but ${weights.length} weights`);
  let total = 0;
  for (const weight of weights) {
    if (!(weight >= 0 && weight < Infinity)) throw new RangeError(`a weight must not be negative; got ${weight}`);
    total += weight;
  }
  if (total === 0) throw new RangeError("nothing to calibrate: all weights are zero");
  return (row) => weights[row]!;
}
