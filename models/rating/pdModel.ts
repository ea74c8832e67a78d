import {fitLogistic, logistic, logOdds} from "../numerics/logistic.js";
import {applyNormalScore, fitNormalScore, type NormalScore} from "./normalScore.js";

export type FeatureColumns = ReadonlyMap<string, Float64Array>;

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
  /** A missing-value indicator is fitted when at least this share of rows, and this share of values, is there. */
  readonly minimumShare?: number;
}

/**
 * Fits a logistic model of default on normal scores of the features.
 *
 * Features that are constant or absent in the training rows are left out. Rows are taken in the order
 * given: sort them by key for a result that does not depend on how they were stored.
 */
export function fitPdModel(
  features: FeatureColumns,
  defaulted: Uint8Array,
  {ridge, floor, minimumShare = 0.02}: PdModelOptions
): PdModel {
  const rows = defaulted.length;
  const names: string[] = [];
  const transforms: NormalScore[] = [];
  const columns: Float64Array[] = [];
  const missingAt: (number | null)[] = [];
  for (const [name, values] of features) {
    const transform = fitNormalScore(values);
    if (transform === null) continue;
    names.push(name);
    transforms.push(transform);
    columns.push(applyNormalScore(transform, values));
  }
  for (const name of names) {
    const missing = missingIndicator(features.get(name)!);
    const share = missing.reduce((total, flag) => total + flag, 0) / rows;
    const isDistinct = !columns.slice(names.length).some((other) => equal(other, missing));
    const counts = share >= minimumShare && share <= 1 - minimumShare && isDistinct;
    missingAt.push(counts ? columns.push(missing) - 1 : null);
  }
  const fit = fitLogistic(columns, defaulted, {ridge});
  const model: PdModel = {
    kind: "logistic",
    intercept: fit.intercept,
    terms: names.map((feature, index) => ({
      feature,
      transform: transforms[index]!,
      coefficient: fit.coefficients[index]!,
      standardError: fit.standardErrors[index + 1]!,
      missingCoefficient: missingAt[index] === null ? null : fit.coefficients[missingAt[index]!]!
    })),
    ridge,
    floor,
    training: {observations: rows, events: defaulted.reduce((total, flag) => total + flag, 0), meanPd: 0}
  };
  const pds = applyPdModel(model, features);
  const meanPd = pds.reduce((total, pd) => total + pd, 0) / rows;
  return {...model, training: {...model.training, meanPd}};
}

/** 12-month PD of each row. Throws when a feature of the model is not among the columns. */
export function applyPdModel(model: PdModel, features: FeatureColumns): Float64Array {
  const columns: Float64Array[] = [];
  const coefficients: number[] = [];
  for (const {feature, transform, coefficient, missingCoefficient} of model.terms) {
    const values = features.get(feature);
    if (values === undefined) throw new Error(`the model needs the feature ${feature}`);
    columns.push(applyNormalScore(transform, values));
    coefficients.push(coefficient);
    if (missingCoefficient !== null) {
      columns.push(missingIndicator(values));
      coefficients.push(missingCoefficient);
    }
  }
  const rows = features.values().next().value?.length ?? 0;
  const odds = logOdds(columns, model.intercept, coefficients, rows);
  return odds.map((value) => Math.max(model.floor, logistic(value)));
}

function missingIndicator(values: Float64Array): Float64Array {
  return values.map((value) => (Number.isNaN(value) ? 1 : 0));
}

function equal(a: Float64Array, b: Float64Array): boolean {
  return a.every((value, row) => value === b[row]);
}
