/** One year of a portfolio: non-defaulted obligors at its start, and how many of them defaulted within it. */
export interface DefaultYear {
  readonly year: number;
  readonly obligors: number;
  readonly defaults: number;
}

/**
 * The long-run average default rate: the plain mean of the one-year default rates, so that every year of the cycle counts alike (EBA/GL/2017/16).
 *
 * Throws on a year without obligors or with more defaults than obligors, and on no years.
 */
export function longRunAverage(years: readonly DefaultYear[]): number {
  requireYears(years);
  return years.reduce((total, {obligors, defaults}) => total + defaults / obligors, 0) / years.length;
}

/** All defaults by all obligors: large years count more. To show beside the long-run average, not in its place. */
export function pooledDefaultRate(years: readonly DefaultYear[]): number {
  requireYears(years);
  const total = (part: "obligors" | "defaults") => years.reduce((sum, year) => sum + year[part], 0);
  return total("defaults") / total("obligors");
}

function requireYears(years: readonly DefaultYear[]): void {
  if (years.length === 0) throw new RangeError("a long-run average requires at least one year");
  for (const {year, obligors, defaults} of years) {
    if (!(obligors > 0 && defaults >= 0 && defaults <= obligors)) {
      throw new RangeError(`${year}: ${defaults} defaults of ${obligors} obligors`);
    }
  }
}
