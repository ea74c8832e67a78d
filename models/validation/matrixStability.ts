import {normalCdf} from "../numerics/normal.js";

export interface StabilityCell {
  readonly z: number;
  /** Small where the cell farther from the diagonal is fuller than its neighbour nearer to it. */
  readonly pValue: number;
}

/**
 * Stability of a K x K migration matrix of counts: each cell off the diagonal against its neighbour nearer to it (ECB, Instructions for
 * reporting the validation results of internal models, 2019, section 2.5.5.2).
 *
 * z = (p_near - p_far) / √((p_far (1 - p_far) + p_near (1 - p_near) + 2 p_near p_far) / N_i). Null on the diagonal and where the variance is
 * zero. `rowTotals` are the obligors that began in each grade, with those who left or defaulted; the row sums where it is not given.
 */
export function matrixStability(
  migrationMatrix: readonly (readonly number[])[],
  rowTotals: readonly number[] = migrationMatrix.map((row) => row.reduce((total, count) => total + count, 0))
): (StabilityCell | null)[][] {
  return migrationMatrix.map((row, from) =>
    row.map((far, to) => (to === from ? null : cell(far, row[to < from ? to + 1 : to - 1]!, rowTotals[from]!)))
  );
}

function cell(farCount: number, nearCount: number, total: number): StabilityCell | null {
  const [far, near] = [farCount / total, nearCount / total];
  const variance = (far * (1 - far) + near * (1 - near) + 2 * near * far) / total;
  if (!(variance > 0)) return null;
  const z = (near - far) / Math.sqrt(variance);
  return {z, pValue: normalCdf(z)};
}
