const DAYS_OF_YEAR = 360;

/** Days of a year of 360 that an item stands, from how often it turns; null where that is not known. */
export function daysOf(turnsOfYear: number | null): number | null {
  return turnsOfYear === null || turnsOfYear <= 0 ? null : DAYS_OF_YEAR / turnsOfYear;
}
