import {normalDensity} from "#models/numerics/normal.js";
import {clamp} from "../clamp.js";

/** Equally spaced points, symmetric about zero, on which functions of a latent part are kept. */
export interface Grid {
  readonly step: number;
  readonly points: Float64Array;
}

/** A banded matrix: row i has `width` weights, from `i * width` on in `weights`, for the columns from `starts[i]` on. */
export interface Operator {
  readonly width: number;
  readonly starts: Int32Array;
  readonly weights: Float64Array;
}

export function gridOf(sd: number, {halfWidth = 5, size = 41} = {}): Grid {
  const step = (2 * halfWidth * sd) / (size - 1);
  return {step, points: Float64Array.from({length: size}, (_, i) => (i - (size - 1) / 2) * step)};
}

/**
 * Expectation one month ahead of a function on the grid, when the part decays by `persistence` and
 * takes a normal innovation: quadrature in 41 points between -5 and 5, cubic interpolation between grid points.
 */
export function expectation(grid: Grid, persistence: number, innovationSd: number): Operator {
  const size = grid.points.length;
  const rows = Array.from(grid.points, (point) => {
    const row = new Float64Array(size);
    let total = 0;
    for (let node = -20; node <= 20; node++) total += normalDensity(node / 4);
    for (let node = -20; node <= 20; node++) {
      const {start, weights} = cubicAt(grid, persistence * point + (innovationSd * node) / 4);
      const share = normalDensity(node / 4) / total;
      for (let k = 0; k < 4; k++) row[start + k]! += share * weights[k]!;
    }
    return row;
  });
  const ends = rows.map((row) => row.findLastIndex((weight) => weight !== 0) + 1);
  const firsts = rows.map((row) => row.findIndex((weight) => weight !== 0));
  const width = Math.max(...ends.map((end, i) => end - firsts[i]!));
  const starts = Int32Array.from(firsts, (first) => Math.min(first, size - width));
  const weights = new Float64Array(size * width);
  rows.forEach((row, i) => weights.set(row.subarray(starts[i], starts[i]! + width), i * width));
  return {width, starts, weights};
}

/** Writes the expectation of `values` into `out`. */
export function applyOperator({width, starts, weights}: Operator, values: Float64Array, out: Float64Array): void {
  let at = 0;
  for (let i = 0; i < starts.length; i++) {
    const start = starts[i]!;
    let total = 0;
    for (let k = 0; k < width; k++) total += weights[at++]! * values[start + k]!;
    out[i] = total;
  }
}

/** Cubic interpolation of a function on the grid; beyond its ends the end cubic goes on from the last point. */
export function valueAt(grid: Grid, values: Float64Array, offset: number, point: number): number {
  const position = clamp((point - grid.points[0]!) / grid.step, 0, grid.points.length - 1);
  const start = clamp(Math.floor(position) - 1, 0, grid.points.length - 4);
  const x = position - start;
  const a = values[offset + start]!;
  const b = values[offset + start + 1]!;
  const c = values[offset + start + 2]!;
  const d = values[offset + start + 3]!;
  return (
    (-a * (x - 1) * (x - 2) * (x - 3)) / 6 +
    (b * x * (x - 2) * (x - 3)) / 2 -
    (c * x * (x - 1) * (x - 3)) / 2 +
    (d * x * (x - 1) * (x - 2)) / 6
  );
}

function cubicAt(grid: Grid, point: number): {start: number; weights: readonly number[]} {
  const position = clamp((point - grid.points[0]!) / grid.step, 0, grid.points.length - 1);
  const start = clamp(Math.floor(position) - 1, 0, grid.points.length - 4);
  const x = position - start;
  return {
    start,
    weights: [
      (-(x - 1) * (x - 2) * (x - 3)) / 6,
      (x * (x - 2) * (x - 3)) / 2,
      (-x * (x - 1) * (x - 3)) / 2,
      (x * (x - 1) * (x - 2)) / 6
    ]
  };
}
