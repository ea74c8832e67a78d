/** Of one feature: its name, how many rows have a value, and what these add up to. */
export type Checksum = readonly [name: string, rows: number, total: number | null];

/** Both sides compute ratios in binary; sums of a million of them agree to so many parts. */
const TOLERANCE = 1e-9;

/** A line for each feature of `theirs` that is not as in `ours`. */
export function differing(ours: readonly Checksum[], theirs: readonly Checksum[]): string[] {
  const known = new Map(ours.map((each) => [each[0], each]));
  return theirs.flatMap(([name, rows, total]) => {
    const own = known.get(name);
    if (own === undefined) return [`${name}: there is no such feature`];
    const [, ownRows, ownTotal] = own;
    const isEqual =
      rows === ownRows && Math.abs((total ?? 0) - (ownTotal ?? 0)) <= TOLERANCE * Math.max(1, Math.abs(ownTotal ?? 0));
    return isEqual ? [] : [`${name}: ${ownRows} rows and ${ownTotal}, in pandas ${rows} and ${total}`];
  });
}
