import type {Candidate} from "./candidate.js";
import {correlations, varianceInflation, type Correlation} from "./collinearity.js";
import type {SelectionLimits} from "./options.js";
import {scoreTest, tested, type ScoreTest} from "./scoreTest.js";
import type {Fate, SelectionStep} from "./selection.js";
import {fitWoe, wrongSigned, type WoeFit} from "./woeFit.js";

export interface Selection {
  readonly fit: WoeFit;
  readonly steps: readonly SelectionStep[];
  /** Of every candidate, in no order. */
  readonly fates: readonly Fate[];
}

/**
 * Stepwise selection. Each step adds the candidate with the greatest score test that is significant, counts for its evidence, and is not too much
 * alike those chosen (correlation, variance inflation); unless with it a coefficient would turn its sign. Then features that lost
 * their significance leave, the weakest first, for good. Every candidate ends with a reason, against the features chosen at the end.
 */
export function selectFeatures(
  candidates: readonly Candidate[],
  defaulted: Uint8Array,
  limits: SelectionLimits
): Selection {
  const steps: SelectionStep[] = [];
  const settled = new Map<Candidate, Fate>();
  const correlate = correlations();
  let fit = fitWoe([], defaulted, limits.ridge);
  for (;;) {
    const standing = standingsOf(candidates, settled, fit, defaulted, limits, correlate);
    const next = standing.find(({fate}) => fate === null);
    if (next === undefined) return {fit, steps, fates: [...chosenFates(fit, steps), ...endFates(settled, standing)]};
    const grown = fitWoe([...fit.features, next.candidate], defaulted, limits.ridge, fit);
    const wrong = wrongSigned(grown);
    if (wrong >= 0) {
      settled.set(next.candidate, wrongSign(next.candidate, grown, wrong));
      continue;
    }
    steps.push(stepOf("added", next.candidate, next.test.statistic, next.test.pValue, fit, grown));
    fit = grown;
    for (let weak = weakest(fit, limits); weak >= 0; weak = weakest(fit, limits)) {
      const [leaving, pValue] = [fit.features[weak]!, fit.significances[weak]!];
      const wald = (fit.coefficients[weak]! / fit.standardErrors[weak + 1]!) ** 2;
      const shrunk = fitWoe(
        fit.features.filter((feature) => feature !== leaving),
        defaulted,
        limits.ridge,
        fit
      );
      steps.push(stepOf("removed", leaving, wald, pValue, fit, shrunk));
      settled.set(leaving, {...named(leaving), fate: "removed", pValue, limit: limits.maxPValue});
      fit = shrunk;
    }
  }
}

/** The features listed, without those that count against their evidence: the most wrong leaves first. */
export function fitListed(listed: readonly Candidate[], defaulted: Uint8Array, ridge: number): Selection {
  const [steps, fates]: [SelectionStep[], Fate[]] = [[], []];
  let fit = fitWoe(listed, defaulted, ridge);
  for (let wrong = wrongSigned(fit); wrong >= 0; wrong = wrongSigned(fit)) {
    const leaving = fit.features[wrong]!;
    const shrunk = fitWoe(
      fit.features.filter((feature) => feature !== leaving),
      defaulted,
      ridge,
      fit
    );
    const wald = (fit.coefficients[wrong]! / fit.standardErrors[wrong + 1]!) ** 2;
    fates.push(wrongSign(leaving, fit, wrong));
    steps.push(stepOf("removed", leaving, wald, fit.significances[wrong]!, fit, shrunk));
    fit = shrunk;
  }
  return {fit, steps, fates: [...fates, ...chosenFates(fit, steps)]};
}

interface Standing {
  readonly candidate: Candidate;
  readonly test: ScoreTest;
  /** Null where it may enter. */
  readonly fate: Fate | null;
}

/** Where each candidate that is not settled stands beside a fit, the one that would add most first, equals by name. */
function standingsOf(
  candidates: readonly Candidate[],
  settled: ReadonlyMap<Candidate, Fate>,
  fit: WoeFit,
  defaulted: Uint8Array,
  limits: SelectionLimits,
  correlate: Correlation
): Standing[] {
  const asked = tested(fit.columns, defaulted, fit, limits.ridge);
  return candidates
    .filter((candidate) => !settled.has(candidate) && !fit.features.includes(candidate))
    .map((candidate): Standing => {
      const test = scoreTest(asked, candidate);
      return {candidate, test, fate: obstacleOf(candidate, test, fit, limits, correlate)};
    })
    .sort((a, b) => b.test.statistic - a.test.statistic || (a.candidate.feature < b.candidate.feature ? -1 : 1));
}

function obstacleOf(
  candidate: Candidate,
  {pValue, coefficient}: ScoreTest,
  fit: WoeFit,
  {maxFeatures, maxCorrelation, maxVif, maxPValue}: SelectionLimits,
  correlate: Correlation
): Fate | null {
  const own = named(candidate);
  for (const chosen of fit.features) {
    const value = correlate(candidate, chosen);
    if (Math.abs(value) > maxCorrelation) {
      return {...own, fate: "correlated", with: chosen.feature, value, limit: maxCorrelation};
    }
  }
  if (!(pValue <= maxPValue)) return {...own, fate: "not_significant", pValue, limit: maxPValue};
  if (coefficient >= 0) return {...own, fate: "wrong_sign", of: candidate.feature, value: coefficient};
  const vif = Math.max(...varianceInflation([...fit.features, candidate], correlate));
  if (vif > maxVif) return {...own, fate: "vif", value: vif, limit: maxVif};
  return fit.features.length < maxFeatures ? null : {...own, fate: "full", limit: maxFeatures};
}

/** Place of the least significant feature that does not keep the limit; -1 where all do. */
function weakest({significances}: WoeFit, {maxPValue}: SelectionLimits): number {
  const most = Math.max(...significances);
  return most > maxPValue ? significances.indexOf(most) : -1;
}

function stepOf(
  change: SelectionStep["change"],
  {feature}: Candidate,
  statistic: number,
  pValue: number,
  before: WoeFit,
  after: WoeFit
): SelectionStep {
  const likelihoodRatio = 2 * (after.logLikelihood - before.logLikelihood);
  const features = after.features.map((candidate) => candidate.feature);
  return {change, feature, statistic, pValue, logLikelihood: after.logLikelihood, likelihoodRatio, features};
}

function chosenFates({features}: WoeFit, steps: readonly SelectionStep[]): Fate[] {
  return features.map((candidate) => {
    const step = steps.findIndex(({change, feature}) => change === "added" && feature === candidate.feature);
    return {...named(candidate), fate: "chosen", step: step + 1};
  });
}

function endFates(settled: ReadonlyMap<Candidate, Fate>, standing: readonly Standing[]): Fate[] {
  return [...settled.values(), ...standing.map(({fate}) => fate!)];
}

function wrongSign(candidate: Candidate, {features, coefficients}: WoeFit, wrong: number): Fate {
  return {...named(candidate), fate: "wrong_sign", of: features[wrong]!.feature, value: coefficients[wrong]!};
}

function named({feature, bins}: Candidate): {readonly feature: string; readonly iv: number} {
  return {feature, iv: bins.iv};
}
