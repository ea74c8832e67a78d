import type {WoeBin} from "../binning/woeBins.js";
import {indicesOf, type FeatureValues} from "./applyScorecard.js";
import type {Characteristic, Scorecard} from "./scorecard.js";

/** What one characteristic cost an obligor. */
export interface Reason {
  readonly feature: string;
  readonly bin: WoeBin;
  /** The bin in mathematical words, `(0.5, 2]`, or its values, or `missing` or `unseen`. */
  readonly label: string;
  readonly points: number;
  /** What it is measured against. */
  readonly against: number;
  /** `against` - `points`: positive where points were lost. */
  readonly lost: number;
}

/** One obligor: numbers and texts by feature; null, NaN or nothing where missing. */
export type ObligorValues = Readonly<Record<string, number | string | null | undefined>>;

/**
 * The characteristics of one obligor, those that cost most points first, equals by name: against the best bin of each, or the mean of the
 * training rows. The points and the base points add up to the score.
 */
export function reasonsOf(
  card: Scorecard,
  obligor: ObligorValues,
  {against = "best"}: {readonly against?: "best" | "mean"} = {}
): Reason[] {
  return card.characteristics
    .map((characteristic): Reason => {
      const {feature, bins, points} = characteristic;
      const index = indicesOf(feature, bins, oneRow(feature, obligor[feature]))[0]!;
      const measure = against === "best" ? Math.max(...points) : meanPoints(characteristic);
      const [bin, own] = [bins.bins[index]!, points[index]!];
      return {feature, bin, label: binLabel(bin), points: own, against: measure, lost: measure - own};
    })
    .sort((a, b) => b.lost - a.lost || (a.feature < b.feature ? -1 : 1));
}

/** Mean points of the training rows. */
export function meanPoints({bins, points}: Pick<Characteristic, "bins" | "points">): number {
  let [total, rows] = [0, 0];
  bins.bins.forEach(({goods, bads}, index) => {
    total += (goods + bads) * points[index]!;
    rows += goods + bads;
  });
  return total / rows;
}

/** A bin in mathematical words, the same in every language but for `missing` and `unseen`. */
export function binLabel(bin: WoeBin): string {
  switch (bin.kind) {
    case "interval":
      if (bin.lower === null) return bin.upper === null ? "(-∞, ∞)" : `≤ ${bin.upper}`;
      return bin.upper === null ? `> ${bin.lower}` : `(${bin.lower}, ${bin.upper}]`;
    case "special":
      return `= ${bin.value}`;
    case "categories":
      return bin.values.join(", ");
    case "missing":
    case "unseen":
      return bin.kind;
  }
}

function oneRow(feature: string, value: number | string | null | undefined): FeatureValues {
  return {
    features: new Map([[feature, Float64Array.of(typeof value === "number" ? value : NaN)]]),
    categories: new Map([[feature, [typeof value === "string" ? value : null]]])
  };
}
