import {normalCdf, normalQuantile} from "../numerics/normal.js";

/**
 * Which quantile of the replicates stands for a tail probability, corrected for bias and skewness (Efron 1987, JASA 82, 171-185); null
 * where all replicates lie on one side of the estimate. `leftOut` are the estimates without one part of the sample each.
 */
export function bca(
  values: Float64Array,
  estimate: number,
  leftOut: readonly number[]
): ((tail: number) => number) | null {
  let below = 0;
  for (const value of values) below += value < estimate ? 1 : value === estimate ? 0.5 : 0;
  if (below === 0 || below === values.length || leftOut.length < 2) return null;
  const bias = normalQuantile(below / values.length);
  const mean = leftOut.reduce((total, value) => total + value, 0) / leftOut.length;
  let [squares, cubes] = [0, 0];
  for (const value of leftOut) {
    squares += (mean - value) ** 2;
    cubes += (mean - value) ** 3;
  }
  const acceleration = squares === 0 ? 0 : cubes / (6 * squares ** 1.5);
  return (tail) => {
    const shifted = bias + normalQuantile(tail);
    return normalCdf(bias + shifted / (1 - acceleration * shifted));
  };
}
