/** Relative error. */
export function offBy(value: number, expected: number): number {
  return Math.abs(value / expected - 1);
}
