import {stabilityOf, type Stability} from "./psi.js";

/** Counts of one characteristic by the bins of the base. */
export interface CharacteristicCounts {
  readonly characteristic: string;
  readonly base: readonly number[];
  readonly current: readonly number[];
  /** Points of each bin, where a scorecard gives them. */
  readonly points?: readonly number[];
}

export interface CharacteristicStability extends Stability {
  readonly characteristic: string;
  /** Mean points of the current rows less those of the base: what the move does to the score. Null without points. */
  readonly pointsShift: number | null;
}

/** Stability index of each characteristic (CSI), the least stable against its critical value first; those without rows on a side left out. */
export function characteristicStability(characteristics: readonly CharacteristicCounts[]): CharacteristicStability[] {
  return characteristics
    .flatMap((counts) => {
      const stability = stabilityOf(counts.base, counts.current);
      return stability === null
        ? []
        : [{characteristic: counts.characteristic, ...stability, pointsShift: pointsShiftOf(counts)}];
    })
    .sort((a, b) => ratio(b) - ratio(a) || (a.characteristic < b.characteristic ? -1 : 1));
}

function ratio({psi, critical}: Stability): number {
  return critical > 0 ? psi / critical : 0;
}

function pointsShiftOf({base, current, points}: CharacteristicCounts): number | null {
  return points === undefined ? null : meanOf(points, current) - meanOf(points, base);
}

function meanOf(points: readonly number[], counts: readonly number[]): number {
  let [total, weighted] = [0, 0];
  counts.forEach((count, bin) => {
    total += count;
    weighted += count * points[bin]!;
  });
  return weighted / total;
}
