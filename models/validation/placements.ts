import {rankedRows} from "./rankedRows.js";
import {levelsOfRows} from "./riskLevels.js";

/**
 * Of each defaulter the share of others ranked safer, of each other the share of defaulters ranked riskier, ties half: the structural
 * components of the AUC, which is their mean over either class (DeLong, DeLong and Clarke-Pearson 1988, Biometrics 44).
 *
 * One number a row of `risk`. Throws when either class is empty.
 */
export function placements(risk: Float64Array, defaulted: Uint8Array): Float64Array {
  const rows = rankedRows(risk, defaulted);
  const {events, others, totalEvents, totalOthers} = levelsOfRows(rows);
  if (totalEvents === 0 || totalOthers === 0) {
    throw new RangeError(`AUC needs both classes; got ${totalEvents} of ${risk.length}`);
  }
  const out = new Float64Array(risk.length);
  let [level, eventsBelow, othersBelow] = [0, 0, 0];
  for (let k = 0; k < out.length; k++) {
    if (k > 0 && rows.risk[k] !== rows.risk[k - 1]) {
      eventsBelow += events[level]!;
      othersBelow += others[level]!;
      level++;
    }
    out[rows.order[k]!] =
      rows.defaulted[k] === 1
        ? (othersBelow + others[level]! / 2) / totalOthers
        : 1 - (eventsBelow + events[level]! / 2) / totalEvents;
  }
  return out;
}
