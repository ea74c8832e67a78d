import {byBin} from "../binning/binIndices.js";
import {fitLogistic, type LogisticFit} from "../numerics/logistic.js";
import type {Candidate} from "./candidate.js";

/** A logistic regression of default on weights of evidence. */
export interface WoeFit extends LogisticFit {
  readonly features: readonly Candidate[];
  /** Weights of evidence by row, one column a feature. */
  readonly columns: readonly Float64Array[];
  /** Wald, two-sided, of each coefficient. */
  readonly significances: readonly number[];
}

/** Fits the features, from an earlier fit of some of them where one is given. */
export function fitWoe(features: readonly Candidate[], defaulted: Uint8Array, ridge: number, earlier?: WoeFit): WoeFit {
  const kept = features.map((feature) => earlier?.features.indexOf(feature) ?? -1);
  const columns = features.map(
    ({weights, indices}, index) => earlier?.columns[kept[index]!] ?? byBin([...weights], indices)
  );
  const start = earlier && {
    intercept: earlier.intercept,
    coefficients: kept.map((at) => earlier.coefficients[at] ?? 0)
  };
  const fit = fitLogistic(columns, defaulted, {ridge, ...(start && {start})});
  return {...fit, features, columns, significances: fit.pValues.slice(1)};
}

/** Place of the feature that counts most against its evidence; -1 where none does. */
export function wrongSigned({coefficients}: Pick<WoeFit, "coefficients">): number {
  const most = Math.max(...coefficients);
  return most >= 0 ? coefficients.indexOf(most) : -1;
}
