import {fitDesign, type FeatureColumns} from "../rating/design.js";
import {applyNormalScore} from "../rating/normalScore.js";
import {auc, type AucEstimate} from "../validation/auc.js";

/** What a column of the forest's table asks of a raw feature: where it stands among others, or whether it is missing. */
export interface Column {
  readonly feature: string;
  readonly kind: "rank" | "missing";
}

/** Standard errors from one half at which the AUC of an indicator is taken for more than noise. */
const TELLING = 2;

/**
 * The columns of the `count` features that rank the outcomes best alone, strongest first; of equals the first name. Strength is the distance
 * of the AUC from one half, of the feature or of its distance from the median, so that a risk at both ends is seen; or of its indicator.
 *
 * Features and indicators are those of the logistic model's design: constant features are left out, and a missing value stands at the median.
 * An indicator is a column only where it tells something, for trees that draw few columns are diluted by noise.
 */
export function strongest(features: FeatureColumns, defaulted: Uint8Array, count: number): Column[] {
  const candidates = fitDesign(features).map(({feature, transform, hasIndicator}) => {
    const values = features.get(feature)!;
    const scores = applyNormalScore(transform, values);
    const indicator = hasIndicator ? auc(values.map(missing), defaulted) : null;
    const asked = [auc(scores, defaulted), auc(scores.map(Math.abs), defaulted), ...(indicator ? [indicator] : [])];
    const isTelling = indicator !== null && distance(indicator) > TELLING * indicator.standardError;
    return {feature, isTelling, strength: Math.max(...asked.map(distance))};
  });
  candidates.sort((a, b) => b.strength - a.strength || (a.feature < b.feature ? -1 : a.feature > b.feature ? 1 : 0));
  return candidates.slice(0, count).flatMap(({feature, isTelling}): Column[] => {
    return isTelling
      ? [
          {feature, kind: "rank"},
          {feature, kind: "missing"}
        ]
      : [{feature, kind: "rank"}];
  });
}

function distance({auc: area}: AucEstimate): number {
  return Math.abs(area - 0.5);
}

/** 1 where a value is missing. */
export function missing(value: number): number {
  return Number.isNaN(value) ? 1 : 0;
}
