/** What the lower triangle of a symmetric matrix times a vector is, into `out`. */
export function symmetricProduct(lower: Float64Array, size: number, vector: Float64Array, out: Float64Array): void {
  out.fill(0);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < row; column++) {
      const value = lower[row * size + column]!;
      out[row]! += value * vector[column]!;
      out[column]! += value * vector[row]!;
    }
    out[row]! += lower[row * size + row]! * vector[row]!;
  }
}

/**
 * Corrects a model of the curvature, in place, by what a step showed: the gradient fell by `drop` over `step` (Broyden, Fletcher, Goldfarb and
 * Shanno). It stays positive definite; left alone where the step showed no curvature.
 */
export function learnCurvature(lower: Float64Array, size: number, step: Float64Array, drop: Float64Array): void {
  const expected = new Float64Array(size);
  symmetricProduct(lower, size, step, expected);
  const [shown, modelled] = [dot(step, drop), dot(step, expected)];
  if (!(shown > 0 && modelled > 0)) return;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      lower[row * size + column]! +=
        (drop[row]! * drop[column]!) / shown - (expected[row]! * expected[column]!) / modelled;
    }
  }
}

export function dot(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let j = 0; j < a.length; j++) total += a[j]! * b[j]!;
  return total;
}
