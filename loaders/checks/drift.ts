import {monthOf} from "./months.js";
import type {QualityPolicy} from "./policy.js";
import {codeColumns, type Group, type ScannedExtract} from "./scan.js";
import {verdictOnFigure, type CheckVerdict} from "./verdict.js";

const RECENT_MONTHS = 12;

/**
 * How far the last year of data has moved from the years before: of each code, the total variation distance of its shares
 * (half the sum of their differences, 0 to 1); of the cells that may be empty, the column whose empty share changed most.
 */
export function checkDrift(extract: ScannedExtract, dataEnd: string, policy: QualityPolicy): CheckVerdict[] {
  const end = monthOf(dataEnd);
  const dated = extract.groups.filter(({month}) => month !== null && month <= end);
  const recent = dated.filter(({month}) => month! > end - RECENT_MONTHS);
  const before = dated.filter(({month}) => month! <= end - RECENT_MONTHS);
  const {least_rows: least} = policy.drift;
  if (rowsOf(recent) < least || rowsOf(before) < least) return [];
  return [
    ...codeColumns(extract.contract)
      .filter((column) => !extract.contract.grain.includes(column)) // a part of the key comes as often as the key has it
      .map((column) => driftOfCode(extract, column, {recent, before}, policy)),
    ...driftOfEmpty(extract, {recent, before}, policy)
  ];
}

interface Windows {
  readonly recent: readonly Group[];
  readonly before: readonly Group[];
}

function driftOfCode(
  {contract}: ScannedExtract,
  column: string,
  {recent, before}: Windows,
  policy: QualityPolicy
): CheckVerdict {
  const now = sharesOf(recent, column);
  const then = sharesOf(before, column);
  const moves = [...new Set([...now.keys(), ...then.keys()])]
    .sort()
    .map((value) => ({value, move: (now.get(value) ?? 0) - (then.get(value) ?? 0)}));
  const distance = moves.reduce((sum, {move}) => sum + Math.abs(move), 0) / 2;
  const {value, move} = moves.reduce((most, each) => (Math.abs(each.move) > Math.abs(most.move) ? each : most));
  return verdictOnFigure("drift", policy, {
    name: `${column}.drift`,
    extract: contract.name,
    column,
    rowsChecked: rowsOf(recent),
    rowsFailing: 0,
    measured: distance,
    tolerated: policy.drift.tolerated_distance,
    fails: distance > policy.drift.tolerated_distance,
    finding: `${value === "" ? "null" : value}: ${signed(move)}`
  });
}

function driftOfEmpty({contract}: ScannedExtract, windows: Windows, policy: QualityPolicy): CheckVerdict[] {
  const changes = Object.entries(contract.columns).flatMap(([name, {nullable, type}]) => {
    if (!nullable || type === "date") return []; // a date stays empty until its event has come
    return [{name, change: emptyShare(windows.recent, name) - emptyShare(windows.before, name)}];
  });
  if (changes.length === 0) return [];
  const {name, change} = changes.reduce((most, each) => (Math.abs(each.change) > Math.abs(most.change) ? each : most));
  const tolerated = policy.drift.tolerated_empty_change;
  return [
    verdictOnFigure("drift", policy, {
      name: "empty.drift",
      extract: contract.name,
      column: name,
      rowsChecked: rowsOf(windows.recent),
      rowsFailing: 0,
      measured: Math.abs(change),
      tolerated,
      fails: Math.abs(change) > tolerated,
      finding: `${name}: ${signed(change)}`
    })
  ];
}

function sharesOf(groups: readonly Group[], column: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const {codes, rows} of groups) {
    const value = codes.get(column) ?? "";
    counts.set(value, (counts.get(value) ?? 0) + rows);
  }
  const all = rowsOf(groups);
  return new Map([...counts].map(([value, rows]) => [value, rows / all]));
}

function emptyShare(groups: readonly Group[], column: string): number {
  return 1 - groups.reduce((sum, {filled}) => sum + filled.get(column)!, 0) / rowsOf(groups);
}

function rowsOf(groups: readonly Group[]): number {
  return groups.reduce((sum, {rows}) => sum + rows, 0);
}

function signed(move: number): string {
  return `${move < 0 ? "-" : "+"}${Math.abs(move).toFixed(4)}`;
}
