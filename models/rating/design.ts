import {applyNormalScore, fitNormalScore, type NormalScore} from "./normalScore.js";

export type FeatureColumns = ReadonlyMap<string, Float64Array>;

/** One feature as the model sees it. */
export interface DesignTerm {
  readonly feature: string;
  readonly transform: NormalScore;
  /** Whether a column of its own says where the feature is missing. */
  readonly hasIndicator: boolean;
}

/** What of the features enters the model, in the order of its columns: each term, then each indicator. */
export type Design = readonly DesignTerm[];

/**
 * Learns transforms from training features. Features that are constant or absent are left out. A missing
 * value gets an indicator when at least `minimumShare` of the rows lack it, and as many do not, and no
 * feature before it is missing in exactly the same rows.
 */
export function fitDesign(features: FeatureColumns, minimumShare = 0.02): Design {
  const indicators: Float64Array[] = [];
  const design: DesignTerm[] = [];
  for (const [feature, values] of features) {
    const transform = fitNormalScore(values);
    if (transform === null) continue;
    const indicator = missingIndicator(values);
    const share = indicator.reduce((total, flag) => total + flag, 0) / values.length;
    const hasIndicator =
      share >= minimumShare && share <= 1 - minimumShare && !indicators.some((other) => equal(other, indicator));
    if (hasIndicator) indicators.push(indicator);
    design.push({feature, transform, hasIndicator});
  }
  return design;
}

/** The columns of a design for some rows. Throws when a feature of the design is not among the columns. */
export function designColumns(design: Design, features: FeatureColumns): Float64Array[] {
  const scores: Float64Array[] = [];
  const indicators: Float64Array[] = [];
  for (const {feature, transform, hasIndicator} of design) {
    const values = features.get(feature);
    if (values === undefined) throw new Error(`the model needs the feature ${feature}`);
    scores.push(applyNormalScore(transform, values));
    if (hasIndicator) indicators.push(missingIndicator(values));
  }
  return [...scores, ...indicators];
}

function missingIndicator(values: Float64Array): Float64Array {
  return values.map((value) => (Number.isNaN(value) ? 1 : 0));
}

function equal(a: Float64Array, b: Float64Array): boolean {
  return a.every((value, row) => value === b[row]);
}
