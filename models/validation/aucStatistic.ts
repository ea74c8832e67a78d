import type {Statistic} from "./bootstrap.js";
import type {RankedRows} from "./rankedRows.js";

/** The AUC of ranked rows counted so many times each (in their order), for `bootstrapInterval`; null where a class is empty. */
export function aucStatistic({risk, defaulted}: Pick<RankedRows, "risk" | "defaulted">): Statistic {
  return (weights) => {
    let [right, events, others] = [0, 0, 0];
    let [tiedEvents, tiedOthers] = [0, 0];
    for (let k = 0; k < risk.length; k++) {
      if (defaulted[k] === 1) tiedEvents += weights[k]!;
      else tiedOthers += weights[k]!;
      if (k + 1 < risk.length && risk[k + 1] === risk[k]) continue;
      right += tiedEvents * (others + tiedOthers / 2);
      events += tiedEvents;
      others += tiedOthers;
      tiedEvents = tiedOthers = 0;
    }
    return events > 0 && others > 0 ? right / events / others : null;
  };
}
