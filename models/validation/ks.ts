import {riskLevels, type RiskLevels} from "./riskLevels.js";

export interface Ks {
  /** Greatest distance between the distributions of defaulters and others. */
  readonly ks: number;
  /** The risk at or below which the two are counted there. */
  readonly risk: number;
  /** Share of all rows at or below it. */
  readonly share: number;
}

/** Kolmogorov-Smirnov distance of `risk` (high is risky) with its place; the safest one of several. Throws when either class is empty. */
export function ks(risk: Float64Array, defaulted: Uint8Array): Ks {
  return ksOfLevels(riskLevels(risk, defaulted));
}

/** The same of counts at each risk. */
export function ksOfLevels({risks, events, others, totalEvents, totalOthers}: RiskLevels): Ks {
  if (!(totalEvents > 0 && totalOthers > 0)) throw new RangeError("KS needs both classes");
  let best = {ks: 0, risk: risks[0]!, share: 0};
  let [eventsBelow, othersBelow] = [0, 0];
  for (let level = 0; level < risks.length; level++) {
    eventsBelow += events[level]!;
    othersBelow += others[level]!;
    const distance = Math.abs(othersBelow / totalOthers - eventsBelow / totalEvents);
    if (distance > best.ks)
      best = {ks: distance, risk: risks[level]!, share: (eventsBelow + othersBelow) / (totalEvents + totalOthers)};
  }
  return best;
}
