import type {RiskLevels} from "./riskLevels.js";

/** One part of the rows, riskiest first. Counts are fractions where rows of one risk are shared between two parts. */
export interface GainsRow {
  readonly part: number;
  readonly observations: number;
  readonly events: number;
  readonly odr: number;
  /** Share of all defaulters in this part and the riskier ones. */
  readonly capturedShare: number;
  /** Observed default rate of this part, over that of all. */
  readonly lift: number;
  /** The same of this part and the riskier ones together. */
  readonly cumulativeLift: number;
}

/**
 * Gains and lift by equal parts of the rows, riskiest first. Rows of one risk that lie across a boundary are shared in proportion, so that
 * the table does not depend on the order of rows. Throws when there are no defaulters.
 */
export function gainsTable(levels: RiskLevels, {parts = 10}: {readonly parts?: number} = {}): GainsRow[] {
  const {risks, events, others, totalEvents, totalOthers} = levels;
  if (!(totalEvents > 0)) throw new RangeError("gains need defaulters; got none");
  const total = totalEvents + totalOthers;
  const captured = new Float64Array(parts + 1);
  let [part, seen, hits] = [1, 0, 0];
  for (let level = risks.length - 1; level >= 0; level--) {
    const count = events[level]! + others[level]!;
    for (; part < parts && (part * total) / parts <= seen + count; part++) {
      captured[part] = hits + (events[level]! * ((part * total) / parts - seen)) / count;
    }
    seen += count;
    hits += events[level]!;
  }
  captured[parts] = totalEvents;
  return Array.from({length: parts}, (_, index) => {
    const found = captured[index + 1]! - captured[index]!;
    return {
      part: index + 1,
      observations: total / parts,
      events: found,
      odr: (found * parts) / total,
      capturedShare: captured[index + 1]! / totalEvents,
      lift: (found * parts) / totalEvents,
      cumulativeLift: (captured[index + 1]! * parts) / (index + 1) / totalEvents
    };
  });
}
