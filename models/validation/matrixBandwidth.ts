export interface MatrixBandwidth {
  /** Share of the way to the safest possible grade that moves went; null where nothing could move so. */
  readonly lower: number | null;
  /** The same towards the riskiest. */
  readonly upper: number | null;
}

/**
 * Matrix weighted bandwidth of a K x K migration matrix of counts, grades from safest to riskiest, rows from, columns to (ECB, Instructions
 * for reporting the validation results of internal models, 2019, section 2.5.5.1).
 *
 * Upper = Σ_i Σ_{j>i} (j - i) n_ij / Σ_i Σ_{j>i} max(|i - K|, |i - 1|) n_ij; lower with j < i.
 */
export function matrixBandwidth(migrationMatrix: readonly (readonly number[])[]): MatrixBandwidth {
  const size = migrationMatrix.length;
  const [moved, most] = [
    [0, 0],
    [0, 0]
  ];
  migrationMatrix.forEach((row, from) => {
    if (row.length !== size)
      throw new RangeError(`a migration matrix must be square; row ${from} has ${row.length} of ${size}`);
    row.forEach((count, to) => {
      const side = to > from ? 1 : 0;
      moved[side]! += Math.abs(to - from) * count;
      if (to !== from) most[side]! += Math.max(size - 1 - from, from) * count;
    });
  });
  const share = (side: number) => (most[side]! > 0 ? moved[side]! / most[side]! : null);
  return {lower: share(0), upper: share(1)};
}
