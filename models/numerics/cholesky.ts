/** A pivot below this share of its diagonal is what rounding leaves of zero. */
const SINGULAR = 1e-12;

/**
 * Factors a symmetric positive definite matrix in place: its lower triangle becomes L with A = L Lᵀ.
 *
 * `matrix` is row-major, `size` x `size`; only its lower triangle is read. Throws when a pivot is not
 * positive beyond rounding, which says that columns are linearly dependent.
 */
export function choleskyFactor(matrix: Float64Array, size: number): void {
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      const given = matrix[row * size + column]!;
      let total = given;
      for (let k = 0; k < column; k++) total -= matrix[row * size + k]! * matrix[column * size + k]!;
      if (row !== column) {
        matrix[row * size + column] = total / matrix[column * size + column]!;
      } else {
        if (!(total > SINGULAR * given))
          throw new RangeError(`matrix is not positive definite: pivot ${row} is ${total}`);
        matrix[row * size + row] = Math.sqrt(total);
      }
    }
  }
}

/** Solves L Lᵀ x = b in place, given the factor L; `vector` holds b and then x. */
export function choleskySolve(factor: Float64Array, size: number, vector: Float64Array): void {
  for (let row = 0; row < size; row++) {
    let total = vector[row]!;
    for (let k = 0; k < row; k++) total -= factor[row * size + k]! * vector[k]!;
    vector[row] = total / factor[row * size + row]!;
  }
  for (let row = size - 1; row >= 0; row--) {
    let total = vector[row]!;
    for (let k = row + 1; k < size; k++) total -= factor[k * size + row]! * vector[k]!;
    vector[row] = total / factor[row * size + row]!;
  }
}

/** Diagonal of the inverse of L Lᵀ: the variances, where the matrix is an information matrix. */
export function choleskyInverseDiagonal(factor: Float64Array, size: number): Float64Array {
  const diagonal = new Float64Array(size);
  const unit = new Float64Array(size);
  for (let column = 0; column < size; column++) {
    unit.fill(0);
    unit[column] = 1;
    choleskySolve(factor, size, unit);
    diagonal[column] = unit[column]!;
  }
  return diagonal;
}
