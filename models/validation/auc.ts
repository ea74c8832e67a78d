import {normalQuantile} from "../numerics/normal.js";
import {riskLevels, type RiskLevels} from "./riskLevels.js";

export interface AucEstimate {
  /** P(a defaulter is ranked riskier than a non-defaulter), ties counted half. */
  readonly auc: number;
  /** DeLong's standard error. */
  readonly standardError: number;
  readonly observations: number;
  readonly events: number;
}

/**
 * Area under the ROC curve of `risk` (high is risky) against 0/1 `defaulted`, with DeLong's standard
 * error from midranks (Sun and Xu 2014, IEEE Signal Processing Letters 21(11)).
 *
 * Throws when either class is empty or a risk is NaN.
 */
export function auc(risk: Float64Array, defaulted: Uint8Array): AucEstimate {
  return aucOfLevels(riskLevels(risk, defaulted));
}

/** The same of counts at each risk. Throws when either class is empty. */
export function aucOfLevels({events, others, totalEvents, totalOthers}: RiskLevels): AucEstimate {
  const observations = totalEvents + totalOthers;
  if (!(totalEvents > 0 && totalOthers > 0)) {
    throw new RangeError(`AUC needs both classes; got ${totalEvents} of ${observations}`);
  }
  const area = areaOf(events, others) / totalEvents / totalOthers;
  let [ofEvents, ofOthers] = [0, 0]; // squared deviations of placements
  let [eventsBelow, othersBelow] = [0, 0];
  for (let level = 0; level < events.length; level++) {
    const [e, o] = [events[level]!, others[level]!];
    const ahead = (othersBelow + o / 2) / totalOthers; // of a defaulter here: others ranked safer, ties half
    const behind = 1 - (eventsBelow + e / 2) / totalEvents; // of another here: defaulters ranked riskier
    ofEvents += e * (ahead - area) ** 2;
    ofOthers += o * (behind - area) ** 2;
    eventsBelow += e;
    othersBelow += o;
  }
  const variance = varianceOfMean(ofEvents, totalEvents) + varianceOfMean(ofOthers, totalOthers);
  return {auc: area, standardError: Math.sqrt(variance), observations, events: totalEvents};
}

/** Pairs ranked rightly, ties half. */
function areaOf(events: Float64Array, others: Float64Array): number {
  let [right, othersBelow] = [0, 0];
  for (let level = 0; level < events.length; level++) {
    right += events[level]! * (othersBelow + others[level]! / 2);
    othersBelow += others[level]!;
  }
  return right;
}

/** Gini, or accuracy ratio: `2 * auc - 1`. */
export function gini(area: number): number {
  return 2 * area - 1;
}

/** Two-sided interval on the logit scale, so that it stays within (0, 1). */
export function aucInterval(
  {auc: area, standardError}: Pick<AucEstimate, "auc" | "standardError">,
  level = 0.95
): [lower: number, upper: number] {
  if (area <= 0 || area >= 1) return [area, area];
  const z = normalQuantile(0.5 + level / 2);
  const logit = Math.log(area / (1 - area));
  const half = (z * standardError) / (area * (1 - area));
  return [1 / (1 + Math.exp(-(logit - half))), 1 / (1 + Math.exp(-(logit + half)))];
}

/** Unbiased; zero for a single placement, about which nothing is known. */
function varianceOfMean(squares: number, count: number): number {
  return count <= 1 ? 0 : squares / (count - 1) / count;
}
