import {choleskyFactor, choleskyInverseDiagonal} from "../numerics/cholesky.js";
import type {Candidate} from "./candidate.js";

/** Correlation of the weights of evidence of two features over the rows. */
export type Correlation = (a: Candidate, b: Candidate) => number;

/** What of a variance the others may explain before the rest counts as rounding. */
const SINGULAR = 1e-9;

/** Remembers what it found; each pair takes one pass over the rows. */
export function correlations(): Correlation {
  const known = new Map<Candidate, Map<Candidate, number>>();
  return (a, b) => {
    const found = known.get(a)?.get(b) ?? known.get(b)?.get(a);
    if (found !== undefined) return found;
    const value = correlation(a, b);
    if (!known.has(a)) known.set(a, new Map());
    known.get(a)!.set(b, value);
    return value;
  };
}

/**
 * Variance inflation of each feature among the others: 1 / (1 - R²) of its weights of evidence on theirs. Infinite, for all, where one is a sum
 * of others.
 */
export function varianceInflation(features: readonly Candidate[], correlate: Correlation): number[] {
  const size = features.length;
  const matrix = new Float64Array(size * size);
  features.forEach((a, row) => {
    for (let column = 0; column < row; column++) matrix[row * size + column] = correlate(a, features[column]!);
    matrix[row * size + row] = 1;
  });
  try {
    choleskyFactor(matrix, size);
  } catch {
    return features.map(() => Infinity);
  }
  // A squared pivot is what the features before leave unexplained.
  if (features.some((_, row) => matrix[row * size + row]! ** 2 < SINGULAR)) return features.map(() => Infinity);
  return [...choleskyInverseDiagonal(matrix, size)];
}

function correlation(a: Candidate, b: Candidate): number {
  const counts = new Float64Array(a.weights.length * b.weights.length);
  const width = b.weights.length;
  for (let row = 0; row < a.indices.length; row++) counts[a.indices[row]! * width + b.indices[row]!]!++;
  const rows = a.indices.length;
  const mean = (weightOf: (cell: number) => number) =>
    counts.reduce((sum, count, cell) => sum + count * weightOf(cell), 0) / rows;
  const x = (cell: number) => a.weights[Math.floor(cell / width)]!;
  const y = (cell: number) => b.weights[cell % width]!;
  const [meanX, meanY] = [mean(x), mean(y)];
  const product = (p: (cell: number) => number, atP: number, q: (cell: number) => number, atQ: number) =>
    mean((cell) => (p(cell) - atP) * (q(cell) - atQ));
  return product(x, meanX, y, meanY) / Math.sqrt(product(x, meanX, x, meanX) * product(y, meanY, y, meanY));
}
