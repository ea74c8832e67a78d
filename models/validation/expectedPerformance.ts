import {rankOrder} from "./rankOrder.js";

/** What a sample would show on average were its PDs right, with the standard deviation of what it would show. */
export interface ExpectedPerformance {
  readonly observations: number;
  readonly odr: Expected;
  readonly brier: Expected;
  /** Null where no PD is above 0, or none below 1. */
  readonly auc: Expected | null;
  readonly gini: Expected | null;
}

export interface Expected {
  readonly mean: number;
  readonly standardDeviation: number;
}

/**
 * Performance before defaults are known, from PDs alone, under the one assumption that they are calibrated and defaults independent: it
 * shows what a moved population does to a model, not whether the model is still right.
 *
 * The AUC is the expected number of rightly ordered pairs over that of pairs of a defaulter and another: the ratio of the means, which
 * the mean of the ratio approaches as defaults grow many. It is of `risk` (high is risky), or of the PDs themselves.
 */
export function expectedPerformance(pd: Float64Array, risk = pd): ExpectedPerformance {
  const order = rankOrder(risk);
  const [pds, risks] = [new Float64Array(pd.length), new Float64Array(pd.length)];
  for (let k = 0; k < order.length; k++) {
    pds[k] = pd[order[k]!]!;
    risks[k] = risk[order[k]!]!;
  }
  return expectedOfRanked(pds, risks);
}

/** The same of rows that run by rising risk. Throws on PDs outside [0, 1]. */
export function expectedOfRanked(pd: Float64Array, risk = pd): ExpectedPerformance {
  let [events, variance, spread] = [0, 0, 0];
  for (let row = 0; row < pd.length; row++) {
    const p = pd[row]!;
    if (!(p >= 0 && p <= 1)) throw new RangeError(`a PD must be in [0, 1]; got ${p}`);
    events += p;
    variance += p * (1 - p);
    spread += (1 - 2 * p) ** 2 * p * (1 - p);
  }
  const observations = pd.length;
  const auc = expectedAuc(pd, risk, events, variance);
  return {
    observations,
    odr: {mean: events / observations, standardDeviation: Math.sqrt(variance) / observations},
    brier: {mean: variance / observations, standardDeviation: Math.sqrt(spread) / observations},
    auc,
    gini: auc && {mean: 2 * auc.mean - 1, standardDeviation: 2 * auc.standardDeviation}
  };
}

/** A row weighs as a defaulter by its PD and as another by the rest; it makes no pair with itself. */
function expectedAuc(pd: Float64Array, risk: Float64Array, events: number, selfPairs: number): Expected | null {
  const others = pd.length - events;
  const pairs = events * others - selfPairs;
  if (!(pairs > 0)) return null;
  let [right, ahead, behind] = [0, 0, 0]; // the latter two: squares of placements
  let [eventsBelow, othersBelow] = [0, 0];
  for (let start = 0; start < pd.length;) {
    let [end, e] = [start, 0];
    for (; end < pd.length && risk[end] === risk[start]; end++) e += pd[end]!;
    const o = end - start - e;
    right += e * (othersBelow + o / 2);
    ahead += e * ((othersBelow + o / 2) / others) ** 2;
    behind += o * (1 - (eventsBelow + e / 2) / events) ** 2;
    eventsBelow += e;
    othersBelow += o;
    start = end;
  }
  const mean = right / events / others;
  const variance = (ahead / events - mean * mean) / events + (behind / others - mean * mean) / others;
  return {mean: (right - selfPairs / 2) / pairs, standardDeviation: Math.sqrt(Math.max(0, variance))};
}
