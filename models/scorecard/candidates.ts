import {binCategories} from "../binning/binCategories.js";
import {binNumeric} from "../binning/binNumeric.js";
import type {FeatureBins, Unbinned} from "../binning/woeBins.js";
import {indicesOf} from "./applyScorecard.js";
import type {ScorecardOptions, ScorecardRows} from "./options.js";
import type {Fate} from "./selection.js";

/** A feature that may enter, by its bins. */
export interface Candidate {
  readonly feature: string;
  readonly bins: FeatureBins;
  /** Bin of each row. */
  readonly indices: Uint16Array;
  /** Weight of evidence of each bin. */
  readonly weights: Float64Array;
}

/** Bins every feature, and parts those that may enter from those that may not, with the reason. */
export function candidatesOf(
  rows: ScorecardRows,
  options: ScorecardOptions,
  minIv: number
): {readonly candidates: readonly Candidate[]; readonly rejected: readonly Fate[]} {
  for (const feature of options.features ?? []) {
    if (!rows.features.has(feature) && !rows.categories?.has(feature)) {
      throw new RangeError(`no feature ${feature} among the rows`);
    }
  }
  const candidates: Candidate[] = [];
  const rejected: Fate[] = [];
  for (const [feature, bin] of binnings(rows, options)) {
    if (options.features !== undefined && !options.features.includes(feature)) {
      rejected.push({feature, iv: null, fate: "not_listed"});
      continue;
    }
    const bins = bin();
    if (bins.kind === "unbinned") rejected.push({feature, iv: null, fate: "unbinned", reason: bins.reason});
    else if (options.features === undefined && bins.iv < minIv) {
      rejected.push({feature, iv: bins.iv, fate: "low_iv", limit: minIv});
    } else candidates.push({feature, bins, ...placed(feature, bins, rows)});
  }
  return {candidates, rejected};
}

function binnings(rows: ScorecardRows, {safer, binning = {}, specials}: ScorecardOptions) {
  const numbers = [...rows.features].map(([feature, values]) => {
    const own = {safer: safer?.get(feature) ?? "neither", specials: specials?.get(feature) ?? binning.specials ?? []};
    return [feature, (): FeatureBins | Unbinned => binNumeric(values, rows.defaulted, {...binning, ...own})] as const;
  });
  const texts = [...(rows.categories ?? [])].map(([feature, values]) => {
    if (rows.features.has(feature)) throw new RangeError(`the feature ${feature} is both a number and a text`);
    return [feature, (): FeatureBins | Unbinned => binCategories(values, rows.defaulted, binning)] as const;
  });
  return [...numbers, ...texts];
}

function placed(feature: string, bins: FeatureBins, rows: ScorecardRows) {
  return {
    indices: indicesOf(feature, bins, rows),
    weights: Float64Array.from(bins.bins, ({woe}) => woe)
  };
}
