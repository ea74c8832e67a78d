import {isSupported, sumOfCounts} from "./binningRules.js";
import type {BinCounts} from "./bins.js";
import type {PartitionBounds} from "./partitionBounds.js";
import type {Unbinned, UnbinnedReason} from "./woeBins.js";
import {isSafer} from "./safety.js";

/** Why pre-bins, riskiest first by the business sign, could not be joined into two bins or more. */
export function unbinned(preBins: readonly BinCounts[], bounds: PartitionBounds): Unbinned {
  const known = sumOfCounts(preBins);
  return {kind: "unbinned", reason: reasonOf(preBins, known, bounds), known};
}

function reasonOf(preBins: readonly BinCounts[], known: BinCounts, bounds: PartitionBounds): UnbinnedReason {
  if (known.goods + known.bads === 0) return "no_values";
  if (preBins.length === 1) return "one_value";
  const sides = preBins
    .slice(1)
    .map((_, index) => [sumOfCounts(preBins.slice(0, index + 1)), sumOfCounts(preBins.slice(index + 1))] as const)
    .filter((pair) => pair.every((side) => isSupported(side, bounds)));
  if (sides.length === 0) return "too_few";
  const isAgainst = sides.some(([before, after]) => isSafer(before.goods, before.bads, after.goods, after.bads));
  return isAgainst ? "against_sign" : "no_difference";
}
