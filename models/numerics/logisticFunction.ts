/** Linear predictor of each of `rows` rows: the log odds of the event. */
export function logOdds(
  features: readonly Float64Array[],
  intercept: number,
  coefficients: readonly number[],
  rows: number
): Float64Array {
  const out = new Float64Array(rows).fill(intercept);
  features.forEach((feature, index) => {
    const coefficient = coefficients[index]!;
    for (let row = 0; row < rows; row++) out[row]! += coefficient * feature[row]!;
  });
  return out;
}

/** 1 / (1 + e^-x), without overflow. */
export function logistic(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const power = Math.exp(x);
  return power / (1 + power);
}
