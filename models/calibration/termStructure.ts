/** Cumulative PDs by the end of each period, the first period first: they never fall. The last is the lifetime PD. */
export type CumulativePds = readonly number[];

/**
 * Cumulative PDs from discrete hazards: each the probability to default within its period, given survival to its start.
 *
 * Throws where a hazard is no probability.
 */
export function cumulativeFromHazards(hazards: readonly number[]): CumulativePds {
  let cumulative = 0;
  return hazards.map((hazard) => {
    if (!(hazard >= 0 && hazard <= 1)) throw new RangeError(`a hazard must be in [0, 1]; got ${hazard}`);
    cumulative = Math.min(1, cumulative + (1 - cumulative) * hazard);
    return cumulative;
  });
}

/** The probability, seen from today, to default within each period: differences of the cumulative PDs, zero or more. */
export function marginalPds(cumulative: CumulativePds): number[] {
  return cumulative.map((pd, period) => pd - (cumulative[period - 1] ?? 0));
}

/** The probability to default within each period, given survival to its start; null where nobody survives to it. */
export function hazardsOf(cumulative: CumulativePds): (number | null)[] {
  return cumulative.map((pd, period) => {
    const before = cumulative[period - 1] ?? 0;
    return before < 1 ? (pd - before) / (1 - before) : null;
  });
}

/** PD over so many years (parts of years too) of a constant hazard with this 12-month PD. */
export function constantHazardPd(pd: number, years: number): number {
  if (!(pd >= 0 && pd <= 1)) throw new RangeError(`a PD must be in [0, 1]; got ${pd}`);
  if (!(years >= 0)) throw new RangeError(`years must be zero or more; got ${years}`);
  return years === 0 ? 0 : -Math.expm1(years * Math.log1p(-pd));
}
