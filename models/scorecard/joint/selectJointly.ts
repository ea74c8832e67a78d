import type {Candidate} from "../candidate.js";
import {correlations, varianceInflation} from "../collinearity.js";
import type {SelectionLimits} from "../options.js";
import type {Fate} from "../selection.js";
import type {Selection} from "../selectFeatures.js";
import type {WoeFit} from "../woeFit.js";
import type {JointOptions} from "./jointEvidence.js";
import {jointFit} from "./jointFit.js";

/**
 * Backward selection on joint evidence. First those candidates leave that are too much alike others of more information. The rest is
 * weighed together; of the features that are not significant, or are too many, the weaker half leaves, and what remains is weighed
 * again, until all may stay. Every candidate ends with a reason.
 */
export function selectJointly(
  candidates: readonly Candidate[],
  defaulted: Uint8Array,
  limits: SelectionLimits,
  options: JointOptions
): Selection {
  const {kept, fates} = screened(candidates, limits);
  for (let chosen = kept; ;) {
    const fit = jointFit(chosen, defaulted, options);
    const leaving = leavingFrom(fit, limits);
    fates.push(...leaving);
    if (leaving.length === 0) {
      return {
        fit,
        steps: [],
        fates: [...fates, ...chosen.map((one): Fate => ({...named(one), fate: "chosen", step: 0}))]
      };
    }
    const gone = new Set(leaving.map(({feature}) => feature));
    chosen = chosen.filter(({feature}) => !gone.has(feature));
  }
}

/** By falling information, each candidate unless it is too much alike those before it. */
function screened(candidates: readonly Candidate[], {maxCorrelation, maxVif}: SelectionLimits) {
  const correlate = correlations();
  const fates: Fate[] = [];
  const kept: Candidate[] = [];
  const byInformation = candidates.toSorted((a, b) => b.bins.iv - a.bins.iv || (a.feature < b.feature ? -1 : 1));
  for (const candidate of byInformation) {
    const like = kept.find((other) => Math.abs(correlate(candidate, other)) > maxCorrelation);
    const vif = like === undefined ? Math.max(...varianceInflation([...kept, candidate], correlate)) : 0;
    if (like !== undefined) {
      const value = correlate(candidate, like);
      fates.push({...named(candidate), fate: "correlated", with: like.feature, value, limit: maxCorrelation});
    } else if (vif > maxVif) fates.push({...named(candidate), fate: "vif", value: vif, limit: maxVif});
    else kept.push(candidate);
  }
  return {kept, fates};
}

function leavingFrom({features, significances, columns}: WoeFit, {maxPValue, maxFeatures}: SelectionLimits): Fate[] {
  const silent = features.filter(({weights}) => weights.every((weight) => weight === 0));
  if (silent.length > 0) {
    return silent.map((one): Fate => ({...named(one), fate: "wrong_sign", of: one.feature, value: 0}));
  }
  const weakestFirst = [...columns.keys()].sort((a, b) => significances[b]! - significances[a]! || b - a);
  const over = weakestFirst.filter((at) => !(significances[at]! <= maxPValue));
  const insignificant = over.slice(0, Math.ceil(over.length / 2));
  if (insignificant.length > 0) {
    return insignificant.map((at): Fate => {
      return {...named(features[at]!), fate: "not_significant", pValue: significances[at]!, limit: maxPValue};
    });
  }
  const excess = Math.max(0, features.length - maxFeatures);
  return weakestFirst
    .slice(0, Math.ceil(excess / 2))
    .map((at): Fate => ({...named(features[at]!), fate: "full", limit: maxFeatures}));
}

function named({feature, bins}: Candidate): {readonly feature: string; readonly iv: number} {
  return {feature, iv: bins.iv};
}
