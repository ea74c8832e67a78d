/** A count as people read it: 1,099,441. */
export function count(value: number): string {
  return value.toLocaleString("en-GB");
}
