import {binCategories} from "../binning/binCategories.js";
import {binNumeric} from "../binning/binNumeric.js";
import type {FeatureBins, Unbinned} from "../binning/woeBins.js";
import {indicesOf} from "./applyScorecard.js";
import type {Binned, Candidate} from "./candidate.js";
import type {ScorecardOptions, ScorecardRows} from "./options.js";
import type {Fate} from "./selection.js";

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
    const found = bin();
    if (found.kind === "unbinned") rejected.push({feature, iv: null, fate: "unbinned", reason: found.reason});
    else if (options.features === undefined && found.bins.iv < minIv) {
      rejected.push({feature, iv: found.bins.iv, fate: "low_iv", limit: minIv});
    } else candidates.push({feature, bins: found.bins, indices: found.indices, weights: found.weights});
  }
  return {candidates, rejected};
}

function binnings(rows: ScorecardRows, {safer, binning = {}, specials, memory = new Map()}: ScorecardOptions) {
  const numbers = [...rows.features].map(([feature, values]) => {
    const own = {safer: safer?.get(feature) ?? "neither", specials: specials?.get(feature) ?? binning.specials ?? []};
    const all = {...binning, ...own};
    return [feature, () => remembered(feature, all, () => binNumeric(values, rows.defaulted, all))] as const;
  });
  const texts = [...(rows.categories ?? [])].map(([feature, values]) => {
    if (rows.features.has(feature)) throw new RangeError(`the feature ${feature} is both a number and a text`);
    return [feature, () => remembered(feature, binning, () => binCategories(values, rows.defaulted, binning))] as const;
  });
  return [...numbers, ...texts];

  function remembered(feature: string, how: object, bin: () => FeatureBins | Unbinned): Binned | Unbinned {
    const key = JSON.stringify([feature, how]);
    const known = memory.get(key);
    if (known !== undefined) return known;
    const bins = bin();
    const found = bins.kind === "unbinned" ? bins : ({kind: "binned", bins, ...placed(feature, bins, rows)} as const);
    memory.set(key, found);
    return found;
  }
}

function placed(feature: string, bins: FeatureBins, rows: ScorecardRows) {
  return {
    indices: indicesOf(feature, bins, rows),
    weights: Float64Array.from(bins.bins, ({woe}) => woe)
  };
}
