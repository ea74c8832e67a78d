import {bigints, columnsFrom, integers, varchars} from "#warehouse/engine/columns.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {quarterName} from "./months.js";
import type {Group, ScannedExtract} from "./scan.js";

interface QuarterCounts {
  readonly extract: string;
  readonly period: string;
  readonly rows: number;
  readonly withheld: number;
  readonly failing: number;
  readonly optionalCells: number;
  readonly filledCells: number;
  readonly dated: number;
  readonly onTime: number;
  readonly lagging: number;
  readonly lagDays: number;
}

/** Writes `load_quality`: what the score of an extract is made of, by quarter of the event. */
export async function writeQuality(
  engine: Engine,
  extracts: readonly ScannedExtract[],
  usualShare: number
): Promise<void> {
  const counts = extracts.flatMap((extract) => quartersOf(extract, usualShare));
  await engine.write(
    "load_quality",
    columnsFrom({
      extract: varchars(counts.map(({extract}) => extract)),
      period: varchars(counts.map(({period}) => period)),
      rows: integers(counts.map(({rows}) => rows)),
      withheld: integers(counts.map(({withheld}) => withheld)),
      rows_failing: integers(counts.map(({failing}) => failing)),
      optional_cells: bigints(counts.map(({optionalCells}) => optionalCells)),
      filled_cells: bigints(counts.map(({filledCells}) => filledCells)),
      rows_dated: integers(counts.map(({dated}) => dated)),
      on_time: integers(counts.map(({onTime}) => onTime)),
      rows_lagging: integers(counts.map(({lagging}) => lagging)),
      lag_days: bigints(counts.map(({lagDays}) => lagDays))
    })
  );
}

/**
 * Counts of an extract by quarter. A cell counts as optional where its column may be empty and is filled in more than `usualShare` of all rows; dates are left
 * out, as they are empty until their event has come.
 */
export function quartersOf(
  {contract, groups, rows: all, withheld}: ScannedExtract,
  usualShare: number
): QuarterCounts[] {
  const optional = Object.entries(contract.columns).flatMap(([name, {nullable, type}]) => {
    if (!nullable || type === "date") return [];
    const filled = sum(groups, (group) => group.filled.get(name)!);
    return filled > usualShare * all ? [name] : [];
  });
  const quarters = new Map<string, Group[]>();
  for (const group of groups) {
    const period = quarterName(group.month);
    quarters.set(period, [...(quarters.get(period) ?? []), group]);
  }
  const heldBack = new Map<string, number>();
  for (const [month, rows] of withheld) {
    const period = quarterName(month);
    heldBack.set(period, (heldBack.get(period) ?? 0) + rows);
    if (!quarters.has(period)) quarters.set(period, []);
  }
  return [...quarters]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([period, own]) => {
      const rows = sum(own, (group) => group.rows);
      return {
        extract: contract.name,
        period,
        rows,
        withheld: heldBack.get(period) ?? 0,
        failing: sum(own, (group) => group.failing),
        optionalCells: rows * optional.length,
        filledCells: sum(optional, (name) => sum(own, ({filled}) => filled.get(name)!)),
        dated: sum(own, (group) => group.dated ?? 0),
        onTime: sum(own, (group) => group.onTime ?? 0),
        lagging: sum(own, (group) => group.lagging ?? 0),
        lagDays: sum(own, (group) => group.lagDays ?? 0)
      };
    });
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
