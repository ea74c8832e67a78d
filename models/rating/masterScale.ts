/** One band of the master scale. Default is an event, not a band. */
export interface Grade {
  readonly label: string;
  /** In the band. */
  readonly lowerPd: number;
  /** Not in the band, but for the last, which is closed at 1. */
  readonly upperPd: number;
}

export type MasterScale = readonly Grade[];

/** The grade of an obligor in default. */
export const DEFAULT_GRADE = "D";

/**
 * A master scale from its labels and upper PDs, safest first; each band starts where the one before ends.
 *
 * Throws when there are fewer than seven grades (Basel: at least seven for non-defaulted borrowers),
 * when bounds do not rise, or when the last is not 1.
 */
export function masterScale(bands: readonly {readonly label: string; readonly upperPd: number}[]): MasterScale {
  if (bands.length < 7) throw new RangeError(`a master scale needs at least 7 grades; got ${bands.length}`);
  if (bands.at(-1)!.upperPd !== 1)
    throw new RangeError(`the last grade must end at PD 1; got ${bands.at(-1)!.upperPd}`);
  return bands.map(({label, upperPd}, index) => {
    const lowerPd = index === 0 ? 0 : bands[index - 1]!.upperPd;
    if (!(upperPd > lowerPd)) throw new RangeError(`grade ${label}: upper PD ${upperPd} must exceed ${lowerPd}`);
    if (label === DEFAULT_GRADE) throw new RangeError(`grade ${label} is default, an event and no band`);
    return {label, lowerPd, upperPd};
  });
}

/** Place of the grade that holds the PD, safest at 0. Throws when the PD is not in [0, 1]. */
export function gradeIndexOf(pd: number, scale: MasterScale): number {
  if (!(pd >= 0 && pd <= 1)) throw new RangeError(`a PD must be in [0, 1]; got ${pd}`);
  const index = scale.findIndex(({upperPd}) => pd < upperPd);
  return index === -1 ? scale.length - 1 : index;
}
