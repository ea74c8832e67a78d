/**
 * Root of a rising function between `low` and `high`, by Newton's method where it stays between the ends found so far and by bisection
 * where it does not. To the last bits of the root; an end, where there is no root between.
 *
 * `at` gives the function and its slope; infinite values are allowed.
 */
export function risingRoot(
  at: (x: number) => {readonly value: number; readonly slope: number},
  low: number,
  high: number
): number {
  let x = (low + high) / 2;
  for (let step = 0; step < 200; step++) {
    const {value, slope} = at(x);
    if (value === 0) return x;
    if (value < 0) low = x;
    else high = x;
    const newton = x - value / slope;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - x) <= Number.EPSILON * Math.abs(next)) return next;
    x = next;
  }
  return x;
}
