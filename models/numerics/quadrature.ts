/** Nodes and weights on [-1, 1]. */
interface Rule {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

/** Gauss-Legendre of so many points, by Newton's method on the Legendre polynomial (Abramowitz and Stegun 25.4.29): exact to degree 2n - 1. */
export function gaussLegendre(points: number): Rule {
  const nodes = new Float64Array(points);
  const weights = new Float64Array(points);
  for (let i = 0; i < points; i++) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (points + 0.5));
    for (let step = 0; step < 6; step++) {
      const {value, slope} = legendre(points, x);
      x -= value / slope;
    }
    const {slope} = legendre(points, x);
    nodes[i] = x;
    weights[i] = 2 / ((1 - x * x) * slope * slope);
  }
  return {nodes, weights};
}

function legendre(degree: number, x: number): {value: number; slope: number} {
  let before = 1;
  let value = x;
  for (let k = 2; k <= degree; k++) {
    [before, value] = [value, ((2 * k - 1) * x * value - (k - 1) * before) / k];
  }
  return {value, slope: (degree * (x * value - before)) / (x * x - 1)};
}

const RULE = gaussLegendre(12);
const PANELS = 8;
const DEPTH = 24;
const PRECISION = 1e-12;

/** Integral of a function >= 0 from `low` to `high`, each panel halved until its halves agree with it to 1e-12 of the whole. */
export function adaptiveIntegral(f: (x: number) => number, low: number, high: number): number {
  const width = (high - low) / PANELS;
  const starts = Array.from({length: PANELS}, (_, index) => low + index * width);
  const panels = starts.map((start) => panel(f, start, start + width));
  let whole = panels.reduce((total, value) => total + value, 0);
  starts.forEach(
    (start, index) => (whole += refined(f, start, start + width, panels[index]!, whole, DEPTH) - panels[index]!)
  );
  return whole;
}

function refined(
  f: (x: number) => number,
  low: number,
  high: number,
  rough: number,
  whole: number,
  depth: number
): number {
  const middle = (low + high) / 2;
  const [left, right] = [panel(f, low, middle), panel(f, middle, high)];
  if (depth === 0 || Math.abs(left + right - rough) <= PRECISION * whole) return left + right;
  return refined(f, low, middle, left, whole, depth - 1) + refined(f, middle, high, right, whole, depth - 1);
}

function panel(f: (x: number) => number, low: number, high: number): number {
  const [middle, half] = [(low + high) / 2, (high - low) / 2];
  let total = 0;
  for (let i = 0; i < RULE.nodes.length; i++) total += RULE.weights[i]! * f(middle + half * RULE.nodes[i]!);
  return total * half;
}
