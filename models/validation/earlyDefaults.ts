import {jeffreysPValue} from "./defaultTests.js";

export interface EarlyDefaults {
  readonly observations: number;
  /** Defaults so far. */
  readonly events: number;
  /** Those that the PDs expect by now. */
  readonly expected: number;
  /** Events over expected; null where none are expected. */
  readonly ratio: number | null;
  /** Of Jeffreys' test on the part of the window seen: small where PDs are too low. */
  readonly pValue: number;
  /** Mean PD of the whole window times the ratio: the default rate if the rest goes on like the part seen. */
  readonly projectedOdr: number | null;
}

/**
 * Defaults of a window that is not over, against PDs scaled to the part of it seen: 1 - (1 - pd)^s, a constant hazard.
 *
 * `seenShare` is, for each row, the share of its window that has passed, in [0, 1]. Where defaults come late or early in the window, give
 * `hazardShare`, the share of the window's hazard that falls into such a part. Null where no row has been seen.
 */
export function earlyDefaults(
  pd: Float64Array,
  defaulted: Uint8Array,
  seenShare: Float64Array,
  {hazardShare = (share: number) => share}: {readonly hazardShare?: (seen: number) => number} = {}
): EarlyDefaults | null {
  let [observations, events, expected, whole] = [0, 0, 0, 0];
  for (let row = 0; row < pd.length; row++) {
    const seen = seenShare[row]!;
    if (!(seen >= 0 && seen <= 1)) throw new RangeError(`a share of a window must be in [0, 1]; got ${seen}`);
    if (seen === 0) continue;
    observations++;
    events += defaulted[row]!;
    expected += -Math.expm1(hazardShare(seen) * Math.log1p(-pd[row]!));
    whole += pd[row]!;
  }
  if (observations === 0) return null;
  const ratio = expected > 0 ? events / expected : null;
  return {
    observations,
    events,
    expected,
    ratio,
    pValue: jeffreysPValue({observations, events, pd: expected / observations}),
    projectedOdr: ratio === null ? null : Math.min(1, (ratio * whole) / observations)
  };
}
