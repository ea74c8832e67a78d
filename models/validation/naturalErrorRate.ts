import {normalCdf, normalQuantile} from "../numerics/normal.js";
import type {RiskLevels} from "./riskLevels.js";

/**
 * Share of obligors that a ranking of this AUC puts on the wrong side, when it calls as many of them risky as default: 0 at AUC 1, and
 * 2 p (1 - p) at AUC 1/2. A bound for the rate of overrides that errors of the model can explain.
 *
 * After the idea of Tasche (2012, Bounds for rating override rates, Journal of Credit Risk 8(4)) that discriminatory power gives a natural
 * error rate; derived here, not taken from there: scores of defaulters and others are normal with one variance, √2 Φ⁻¹(AUC) apart.
 */
export function naturalErrorRate(auc: number, defaultRate: number): number {
  if (!(auc >= 0.5 && auc <= 1)) throw new RangeError(`a natural error rate needs an AUC in [1/2, 1]; got ${auc}`);
  if (!(defaultRate >= 0 && defaultRate <= 1))
    throw new RangeError(`a default rate must be in [0, 1]; got ${defaultRate}`);
  if (auc === 1 || defaultRate === 0 || defaultRate === 1) return 0;
  const apart = Math.SQRT2 * normalQuantile(auc);
  // Misses equal false alarms where as many are called risky as default; misses rise with the cut, false alarms fall.
  let [low, high] = [-40, 40 + apart];
  for (let step = 0; step < 80; step++) {
    const cut = (low + high) / 2;
    if (defaultRate * normalCdf(cut - apart) < (1 - defaultRate) * normalCdf(-cut)) low = cut;
    else high = cut;
  }
  return 2 * defaultRate * normalCdf((low + high) / 2 - apart);
}

/** The same of a sample, without any distribution: rows at the cut are called risky in proportion. Null without rows. */
export function observedErrorRate({events, others, totalEvents, totalOthers}: RiskLevels): number | null {
  const total = totalEvents + totalOthers;
  if (total === 0) return null;
  let [called, hits] = [0, 0];
  for (let level = events.length - 1; level >= 0 && called < totalEvents; level--) {
    const count = events[level]! + others[level]!;
    const taken = Math.min(count, totalEvents - called);
    called += taken;
    hits += (events[level]! * taken) / count;
  }
  return (2 * (totalEvents - hits)) / total;
}
