import type {Block} from "./blocks.js";

/**
 * The information of all parameters, the intercept first: Σ weight x xᵀ over rows, row-major, its lower triangle. Two features meet in few
 * cells, so that rows are only added up by cell, and the parameters are brought in after.
 */
export function informationOf(blocks: readonly Block[], weights: Float64Array): Float64Array {
  const size = 1 + blocks.reduce((sum, {parameters}) => sum + parameters, 0);
  const out = new Float64Array(size * size);
  out[0] = weights.reduce((sum, weight) => sum + weight, 0);
  let at = 1;
  blocks.forEach((block, place) => {
    const single = sumsByBin(block, weights);
    for (let j = 0; j < block.parameters; j++) {
      let sum = 0;
      single.forEach((weight, bin) => (sum += weight * block.basis[bin * block.parameters + j]!));
      out[(at + j) * size] = sum;
    }
    let from = 1;
    for (const other of blocks.slice(0, place)) {
      project(block, other, cellsOf(block, other, weights), out, {size, at, from});
      from += other.parameters;
    }
    const diagonal = new Float64Array(single.length ** 2);
    single.forEach((weight, bin) => (diagonal[bin * single.length + bin] = weight));
    project(block, block, diagonal, out, {size, at, from: at});
    at += block.parameters;
  });
  return out;
}

/** Sums of `values` over the rows of each bin. */
export function sumsByBin({candidate: {indices, weights}}: Block, values: Float64Array): Float64Array {
  const sums = new Float64Array(weights.length);
  for (let row = 0; row < indices.length; row++) sums[indices[row]!]! += values[row]!;
  return sums;
}

function cellsOf({candidate: a}: Block, {candidate: b}: Block, weights: Float64Array): Float64Array {
  const width = b.weights.length;
  const cells = new Float64Array(a.weights.length * width);
  const [rowsOfA, rowsOfB] = [a.indices, b.indices];
  for (let row = 0; row < weights.length; row++) cells[rowsOfA[row]! * width + rowsOfB[row]!]! += weights[row]!;
  return cells;
}

interface Place {
  readonly size: number;
  readonly at: number;
  readonly from: number;
}

/** Writes basisᵀ cells basis of two blocks to where their parameters meet. */
function project(a: Block, b: Block, cells: Float64Array, out: Float64Array, {size, at, from}: Place): void {
  const [high, width] = [a.candidate.weights.length, b.candidate.weights.length];
  const half = new Float64Array(high * b.parameters);
  for (let bin = 0; bin < high; bin++) {
    for (let other = 0; other < width; other++) {
      const cell = cells[bin * width + other]!;
      if (cell === 0) continue;
      for (let k = 0; k < b.parameters; k++) half[bin * b.parameters + k]! += cell * b.basis[other * b.parameters + k]!;
    }
  }
  for (let j = 0; j < a.parameters; j++) {
    for (let k = 0; k < b.parameters; k++) {
      let sum = 0;
      for (let bin = 0; bin < high; bin++) sum += a.basis[bin * a.parameters + j]! * half[bin * b.parameters + k]!;
      out[(at + j) * size + from + k] = sum;
    }
  }
}
