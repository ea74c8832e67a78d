import type {RankedRows} from "./rankedRows.js";

/** How much there is in a part of the sample. */
export interface CellCounts {
  readonly observations: number;
  readonly events: number;
  /** Obligors, and those of them that defaulted. */
  readonly groups: number;
  readonly groupsWithEvents: number;
  /** Mean PD. */
  readonly pd: number;
  readonly odr: number;
}

/** `rows` are ranked by PD. */
export function cellCounts({risk, defaulted, group}: RankedRows): CellCounts {
  let [events, groups, groupsWithEvents, total, most] = [0, 0, 0, 0, 0];
  for (let k = 0; k < group.length; k++) most = Math.max(most, group[k]!);
  const seen = new Uint8Array(most + 1); // 1: an obligor of the cell, 2: one that defaulted
  for (let k = 0; k < group.length; k++) {
    const code = group[k]!;
    total += risk[k]!;
    if (seen[code] === 0) {
      groups++;
      seen[code] = 1;
    }
    if (defaulted[k] === 0) continue;
    events++;
    if (seen[code] === 1) groupsWithEvents++;
    seen[code] = 2;
  }
  const observations = group.length;
  return {observations, events, groups, groupsWithEvents, pd: total / observations, odr: events / observations};
}
