import {fitLogistic, logistic, logOdds} from "../numerics/logistic.js";
import {designColumns, fitDesign, type FeatureColumns} from "./design.js";
import type {NormalScore} from "./normalScore.js";

/** One feature of the model: its transform, and what a missing value adds. */
export interface PdTerm {
  readonly feature: string;
  readonly transform: NormalScore;
  readonly coefficient: number;
  readonly standardError: number;
  /** Added to the log odds where the feature is missing; null where too few were missing to tell. */
  readonly missingCoefficient: number | null;
}

/** A fitted logistic PD model, as plain JSON. */
export interface PdModel {
  readonly kind: "logistic";
  readonly intercept: number;
  readonly terms: readonly PdTerm[];
  readonly ridge: number;
  /** Lowest PD the model gives: the regulatory floor. */
  readonly floor: number;
  readonly training: {readonly observations: number; readonly events: number; readonly meanPd: number};
}

export interface PdModelOptions {
  readonly ridge: number;
  readonly floor: number;
}

/**
 * Fits a logistic model of default on normal scores of the features.
 *
 * Rows are taken in the order given: sort them by key for a result that does not depend on how they were
 * stored.
 */
export function fitPdModel(features: FeatureColumns, defaulted: Uint8Array, {ridge, floor}: PdModelOptions): PdModel {
  const design = fitDesign(features);
  const columns = designColumns(design, features);
  const fit = fitLogistic(columns, defaulted, {ridge});
  let indicator = design.length;
  const terms = design.map(({feature, transform, hasIndicator}, index): PdTerm => {
    return {
      feature,
      transform,
      coefficient: fit.coefficients[index]!,
      standardError: fit.standardErrors[index + 1]!,
      missingCoefficient: hasIndicator ? fit.coefficients[indicator++]! : null
    };
  });
  const odds = logOdds(columns, fit.intercept, fit.coefficients, defaulted.length);
  const meanPd = odds.reduce((total, value) => total + pdOf(value, floor), 0) / defaulted.length;
  const events = defaulted.reduce((total, flag) => total + flag, 0);
  const training = {observations: defaulted.length, events, meanPd};
  return {kind: "logistic", intercept: fit.intercept, terms, ridge, floor, training};
}

/** 12-month PD of each row. Throws when a feature of the model is not among the columns. */
export function applyPdModel({intercept, terms, floor}: PdModel, features: FeatureColumns): Float64Array {
  const design = terms.map(({feature, transform, missingCoefficient}) => {
    return {feature, transform, hasIndicator: missingCoefficient !== null};
  });
  const missing = terms.flatMap(({missingCoefficient}) => missingCoefficient ?? []);
  const coefficients = [...terms.map(({coefficient}) => coefficient), ...missing];
  const rows = features.values().next().value?.length ?? 0;
  const odds = logOdds(designColumns(design, features), intercept, coefficients, rows);
  return odds.map((value) => pdOf(value, floor));
}

function pdOf(odds: number, floor: number): number {
  return Math.max(floor, logistic(odds));
}
