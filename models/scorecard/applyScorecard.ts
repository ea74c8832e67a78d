import {binIndices, categoryIndices} from "../binning/binIndices.js";
import type {FeatureBins} from "../binning/woeBins.js";
import {pdOfScore, scoreRange} from "./pdOfScore.js";
import type {Scorecard} from "./scorecard.js";

/** Values by feature: numbers with NaN, texts with null where missing. */
export interface FeatureValues {
  readonly features: ReadonlyMap<string, Float64Array>;
  readonly categories?: ReadonlyMap<string, readonly (string | null)[]>;
}

export interface Scored {
  /** Base points and the points of each characteristic; higher is safer. */
  readonly score: Int32Array;
  /** 12-month PD. */
  readonly pd: Float64Array;
}

/** Score and PD of each row. Throws when a feature of the scorecard is not among the values, or where lengths differ. */
export function applyScorecard(card: Scorecard, values: FeatureValues): Scored {
  const score = new Int32Array(rowsOf(values)).fill(card.basePoints);
  for (const points of pointsOf(card, values).values()) {
    if (points.length !== score.length)
      throw new RangeError(`${points.length} rows of a feature, of another ${score.length}`);
    for (let row = 0; row < score.length; row++) score[row]! += points[row]!;
  }
  const [least, greatest] = scoreRange(card);
  const pds = Float64Array.from({length: greatest - least + 1}, (_, above) => pdOfScore(card, least + above));
  const pd = new Float64Array(score.length);
  for (let row = 0; row < pd.length; row++) pd[row] = pds[score[row]! - least]!;
  return {score, pd};
}

/** Points of each row by characteristic. */
export function pointsOf(
  {characteristics}: Pick<Scorecard, "characteristics">,
  values: FeatureValues
): Map<string, Int32Array> {
  return new Map(
    characteristics.map(({feature, bins, points}) => {
      const table = Int32Array.from(points);
      return [feature, Int32Array.from(indicesOf(feature, bins, values), (bin) => table[bin]!)];
    })
  );
}

/** The bin of each row. Throws when the feature is not among the values. */
export function indicesOf(feature: string, bins: FeatureBins, {features, categories}: FeatureValues): Uint16Array {
  if (bins.kind === "numeric") {
    const values = features.get(feature);
    if (values === undefined) throw new Error(`the model needs the feature ${feature}`);
    return binIndices(bins, values);
  }
  const values = categories?.get(feature);
  if (values === undefined) throw new Error(`the model needs the feature ${feature}, a text`);
  return categoryIndices(bins, values);
}

function rowsOf({features, categories}: FeatureValues): number {
  return features.values().next().value?.length ?? categories?.values().next().value?.length ?? 0;
}
