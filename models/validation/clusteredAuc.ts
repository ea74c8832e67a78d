import {aucOfLevels, type AucEstimate} from "./auc.js";
import {rankedRows, type RankedRows} from "./rankedRows.js";
import {levelsOfRows, type RiskLevels} from "./riskLevels.js";

/**
 * AUC with a standard error that allows for several rows of one obligor, which are not independent: placements are summed by group
 * (Obuchowski 1997, Biometrics 53, 567-578). DeLong's, where every row is a group of its own.
 *
 * `groups` are codes from 0. Throws when either class is empty.
 */
export function clusteredAuc(risk: Float64Array, defaulted: Uint8Array, groups: Uint32Array): AucEstimate {
  const rows = rankedRows(risk, defaulted, groups);
  const levels = levelsOfRows(rows);
  const estimate = aucOfLevels(levels);
  return {...estimate, standardError: clusteredError(rows, levels, estimate.auc)};
}

/** The standard error alone, of rows and their levels with AUC `area`. */
export function clusteredError({risk, defaulted, group}: RankedRows, levels: RiskLevels, area: number): number {
  const {events, others, totalEvents, totalOthers} = levels;
  const size = largest(group) + 1;
  // Of each obligor: its defaulters' and its others' placements less the AUC, and which of the two it has.
  const [ofEvents, ofOthers, kinds] = [new Float64Array(size), new Float64Array(size), new Uint8Array(size)];
  let [level, eventsBelow, othersBelow] = [0, 0, 0];
  for (let k = 0; k < risk.length; k++) {
    if (k > 0 && risk[k] !== risk[k - 1]) {
      eventsBelow += events[level]!;
      othersBelow += others[level]!;
      level++;
    }
    const code = group[k]!;
    if (defaulted[k] === 1) {
      ofEvents[code]! += (othersBelow + others[level]! / 2) / totalOthers - area;
      kinds[code]! |= 1;
    } else {
      ofOthers[code]! += 1 - (eventsBelow + events[level]! / 2) / totalEvents - area;
      kinds[code]! |= 2;
    }
  }
  let [s10, s01, s11, withEvents, withOthers, all] = [0, 0, 0, 0, 0, 0];
  for (let code = 0; code < size; code++) {
    const kind = kinds[code]!;
    withEvents += kind & 1;
    withOthers += kind >> 1;
    all += kind === 0 ? 0 : 1;
    s10 += ofEvents[code]! ** 2;
    s01 += ofOthers[code]! ** 2;
    s11 += ofEvents[code]! * ofOthers[code]!;
  }
  const variance =
    (unbiased(withEvents) * s10) / totalEvents ** 2 +
    (unbiased(withOthers) * s01) / totalOthers ** 2 +
    (2 * unbiased(all) * s11) / (totalEvents * totalOthers);
  return Math.sqrt(Math.max(0, variance));
}

function largest(codes: Uint32Array): number {
  let most = 0;
  for (let k = 0; k < codes.length; k++) if (codes[k]! > most) most = codes[k]!;
  return most;
}

function unbiased(groups: number): number {
  return groups < 2 ? 0 : groups / (groups - 1);
}
