import {isSupported} from "./binningRules.js";
import {PRIOR, type BinCounts} from "./bins.js";
import {informationValue} from "./informationValue.js";
import type {PartitionBounds} from "./partitionBounds.js";
import {partInformation} from "./partInformation.js";
import {weightOfEvidence} from "./weightOfEvidence.js";
import type {BinContent, UnknownRule, WoeBin} from "./woeBins.js";

/** What a bin holds and how many training rows. */
export type CountedBin = BinContent & BinCounts;

/**
 * Gives each bin its weight of evidence, with the prior, and sums the information. Known values have their own. What is unknown is never
 * counted in favour: a missing bin has its own weight at most up to the average known value and up to zero, and where it holds too
 * little to tell, that limit itself, or under `worst` the weight of the riskiest known bin; so too a value that training never held. A special
 * value is known: it has its own weight where enough rows hold it, and counts as unknown where not.
 */
export function weighted(
  bins: readonly CountedBin[],
  bounds: PartitionBounds,
  rule: UnknownRule
): {readonly bins: readonly WoeBin[]; readonly iv: number; readonly rawIv: number} {
  const filled = bins.filter(({goods, bads}) => goods + bads > 0);
  const own = new Map(weightOfEvidence(filled).map((woe, index) => [filled[index]!, woe]));
  const known = bins.filter(isKnown);
  const limit = Math.min(0, averageKnown(filled, known));
  const unknown = rule === "neutral" ? limit : Math.min(limit, ...known.map((bin) => own.get(bin)!));
  const weightsOf = (bin: CountedBin, supported: boolean): number => {
    if (isKnown(bin)) return own.get(bin)!;
    if (!supported) return unknown;
    return bin.kind === "special" ? own.get(bin)! : Math.min(limit, own.get(bin)!);
  };
  return {
    bins: bins.map((bin) => {
      const supported = isSupported(bin, bounds);
      return {...bin, woe: weightsOf(bin, supported), isSupported: supported};
    }),
    iv: informationValue(filled),
    rawIv: rawInformation(known, bins)
  };
}

function isKnown({kind}: CountedBin): boolean {
  return kind === "interval" || kind === "categories";
}

/** Weight of all known values together, on the scale of the weights of the single bins: between their least and their greatest. */
function averageKnown(filled: readonly BinCounts[], known: readonly BinCounts[]): number {
  const odds = (bins: readonly BinCounts[]) => {
    const prior = PRIOR * bins.length;
    return (total(bins, "goods") + prior) / (total(bins, "bads") + prior);
  };
  return Math.log(odds(known) / odds(filled));
}

function rawInformation(known: readonly BinCounts[], all: readonly BinCounts[]): number {
  const [goods, bads] = [total(all, "goods"), total(all, "bads")];
  return known.reduce((sum, bin) => sum + partInformation(bin.goods / goods, bin.bads / bads), 0);
}

function total(bins: readonly BinCounts[], kind: keyof BinCounts): number {
  return bins.reduce((sum, bin) => sum + bin[kind], 0);
}
