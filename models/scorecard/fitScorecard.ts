import {shiftTo} from "../calibration/shift.js";
import {applyScorecard} from "./applyScorecard.js";
import type {Candidate} from "./candidate.js";
import {candidatesOf} from "./candidates.js";
import {correlations, varianceInflation} from "./collinearity.js";
import {selectJointly} from "./joint/selectJointly.js";
import {
  SCALING,
  SELECTION,
  SMOOTHING,
  type ScorecardOptions,
  type ScorecardRows,
  type SelectionLimits
} from "./options.js";
import {pointsFor} from "./points.js";
import {requireScaling, scaledPd} from "./scaling.js";
import type {Characteristic, Scorecard} from "./scorecard.js";
import type {Fate} from "./selection.js";
import {fitListed, selectFeatures, type Selection} from "./selectFeatures.js";
import type {WoeFit} from "./woeFit.js";

/**
 * Fits a scorecard: bins of every feature, selection, logistic regression on weights of evidence, whole points, and last the calibration of
 * whole scores to the default rate of the training rows (or `target`), so that rounding moves no mean.
 *
 * Rows are taken in the order given; another order moves results by no more than rounding. Throws a RangeError where no feature enters, where all or no rows defaulted,
 * or where the regression does not converge.
 */
export function fitScorecard(rows: ScorecardRows, options: ScorecardOptions): Scorecard {
  const {scaling = SCALING, floor} = options;
  requireScaling(scaling);
  if (!(floor >= 0 && floor < 1)) throw new RangeError(`the lowest PD must be in [0, 1); got ${floor}`);
  const limits = {...SELECTION, ...options};
  const {candidates, rejected} = candidatesOf(rows, options, limits.minIv);
  const selection = selectionOf(candidates, rows, options, limits);
  const fates = inOrder(rows, [...rejected, ...selection.fates]);
  if (selection.fit.features.length === 0)
    throw new RangeError(`no feature enters the scorecard: ${countedFates(fates)}`);
  return calibratedCard(rows, options, {
    kind: "scorecard",
    scaling,
    ...charted(selection, scaling),
    intercept: selection.fit.intercept,
    calibration: {kind: "shift", a: 0},
    floor,
    training: {observations: rows.defaulted.length, events: eventsIn(rows.defaulted), meanPd: NaN},
    steps: selection.steps,
    fates
  });
}

function selectionOf(
  candidates: readonly Candidate[],
  {defaulted}: ScorecardRows,
  {features, safer, evidence = "marginal", smoothing = SMOOTHING}: ScorecardOptions,
  limits: SelectionLimits
): Selection {
  if (evidence === "joint") {
    const hasSign = (feature: string) => (safer?.get(feature) ?? "neither") !== "neither";
    const free = {...limits, maxFeatures: Infinity, maxPValue: 1, maxCorrelation: 1, maxVif: Infinity};
    return selectJointly(candidates, defaulted, features === undefined ? limits : free, {smoothing, hasSign});
  }
  return features === undefined
    ? selectFeatures(candidates, defaulted, limits)
    : fitListed(candidates, defaulted, limits.ridge);
}

/** Base points and characteristics. */
function charted({fit}: Selection, scaling: Scorecard["scaling"]) {
  const vif = varianceInflation(fit.features, correlations());
  const {basePoints, points} = pointsFor(fit, scaling);
  const characteristics = fit.features.map(({feature, bins}, index): Characteristic => {
    return {feature, bins, points: points[index]!, ...estimated(fit, index), vif: vif[index]!, iv: bins.iv};
  });
  return {basePoints, characteristics};
}

function estimated(fit: WoeFit, index: number) {
  return {
    coefficient: fit.coefficients[index]!,
    standardError: fit.standardErrors[index + 1]!,
    pValue: fit.significances[index]!
  };
}

/** Sets the calibration on whole scores, each distinct one weighted by its rows, in order. */
function calibratedCard(rows: ScorecardRows, {target}: ScorecardOptions, card: Scorecard): Scorecard {
  const counts = new Map<number, number>();
  for (const score of applyScorecard(card, rows).score) counts.set(score, (counts.get(score) ?? 0) + 1);
  const scores = [...counts].sort(([a], [b]) => a - b);
  const pds = Float64Array.from(scores, ([score]) => scaledPd(score, card.scaling));
  const weights = Float64Array.from(scores, ([, count]) => count);
  const {observations, events} = card.training;
  const calibrated = {...card, calibration: shiftTo(pds, target ?? events / observations, weights)};
  const total = applyScorecard(calibrated, rows).pd.reduce((sum, pd) => sum + pd, 0);
  return {...calibrated, training: {observations, events, meanPd: total / observations}};
}

function inOrder(rows: ScorecardRows, fates: readonly Fate[]): Fate[] {
  const byFeature = new Map(fates.map((fate) => [fate.feature, fate]));
  return [...rows.features.keys(), ...(rows.categories?.keys() ?? [])].map((feature) => byFeature.get(feature)!);
}

function countedFates(fates: readonly Fate[]): string {
  const counts = new Map<string, number>();
  for (const {fate} of fates) counts.set(fate, (counts.get(fate) ?? 0) + 1);
  return [...counts].map(([fate, count]) => `${count} ${fate}`).join(", ");
}

function eventsIn(defaulted: Uint8Array): number {
  return defaulted.reduce((total, flag) => total + flag, 0);
}
