import type {RankedRows} from "./rankedRows.js";
import type {RiskLevels} from "./riskLevels.js";

/** Rows whose PDs are tested together: a grade, or a tenth of the rows. */
export interface CalibrationGroup {
  readonly observations: number;
  readonly events: number;
  /** Mean PD of its rows. */
  readonly pd: number;
}

/** Nearly equal parts of the rows by rising PD, empty ones left out; rows of one PD stay together. `levels` are of PDs. */
export function groupsByPd(
  {risks, events, others, totalEvents, totalOthers}: RiskLevels,
  parts = 10
): CalibrationGroup[] {
  const total = totalEvents + totalOthers;
  const groups = Array.from({length: parts}, () => ({observations: 0, events: 0, pd: 0}));
  let below = 0;
  for (let level = 0; level < risks.length; level++) {
    const count = events[level]! + others[level]!;
    const group = groups[Math.min(parts - 1, Math.floor((parts * (below + count / 2)) / total))]!;
    group.observations += count;
    group.events += events[level]!;
    group.pd += count * risks[level]!;
    below += count;
  }
  return groups
    .filter(({observations}) => observations > 0)
    .map((group) => ({...group, pd: group.pd / group.observations}));
}

/** One group for each grade from 0 to `grades` - 1, null where it has no rows. `gradeOf` is by row number, `rows` run by rising PD. */
export function groupsByGrade(
  {order, risk, defaulted}: RankedRows,
  gradeOf: ArrayLike<number>,
  grades: number
): (CalibrationGroup | null)[] {
  const groups = Array.from({length: grades}, () => ({observations: 0, events: 0, pd: 0}));
  for (let k = 0; k < order.length; k++) {
    const group = groups[gradeOf[order[k]!]!]!;
    group.observations++;
    group.events += defaulted[k]!;
    group.pd += risk[k]!;
  }
  return groups.map((group) => (group.observations === 0 ? null : {...group, pd: group.pd / group.observations}));
}

/** All rows as one group. */
export function wholeOf({risks, events, others, totalEvents, totalOthers}: RiskLevels): CalibrationGroup {
  let pd = 0;
  for (let level = 0; level < risks.length; level++) pd += risks[level]! * (events[level]! + others[level]!);
  const observations = totalEvents + totalOthers;
  return {observations, events: totalEvents, pd: pd / observations};
}
