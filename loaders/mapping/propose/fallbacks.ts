import type {TableContract} from "#warehouse/contract.js";
import type {Entry} from "./entry.js";
import type {ColumnProfile} from "./profile.js";

/** What can stand for columns that no column of the file was found for, each to be looked at. */
export function fallbacksOf(
  contract: TableContract,
  entries: readonly Entry[],
  profiles: readonly ColumnProfile[]
): Entry[] {
  const found = new Map(entries.map((entry) => [entry.target, entry]));
  const version = onlyVersion(contract, found);
  if (version !== null) found.set(version.target, version);
  return [version, knownDate(contract, found), redLetter(contract, found, profiles)].filter((entry) => entry !== null);
}

/** A file without versions tells one of each thing, which holds from its first day. */
function onlyVersion({dates, columns}: TableContract, found: ReadonlyMap<string, Entry>): Entry | null {
  const start = found.get("start_date");
  if (dates?.event !== "valid_from" || columns["start_date"] === undefined || found.has("valid_from")) return null;
  if (start === undefined) return null;
  return {
    target: "valid_from",
    mapping: start.mapping,
    reason: "the file has no such column, so one version of each; taken from start_date",
    open: [
      "a file that overwrites terms tells later ones as if they had held from the start: hand over versions if there are any"
    ]
  };
}

/** Where a file does not say when a fact became known, it is taken as known on the day it is about. */
function knownDate({dates, columns}: TableContract, found: ReadonlyMap<string, Entry>): Entry | null {
  const published = dates?.published;
  if (dates === undefined || typeof published !== "string" || found.has(published) || columns[published]!.nullable)
    return null;
  const event = found.get(dates.event);
  if (event === undefined) return null;
  return {
    target: published,
    mapping: {...event.mapping, lag_days: 0},
    reason: `the file has no such column; taken from ${dates.event}`,
    open: ["say after how many days it is known (lag_days): too few, and models see what nobody knew"]
  };
}

function redLetter(
  {columns}: TableContract,
  found: ReadonlyMap<string, Entry>,
  profiles: readonly ColumnProfile[]
): Entry | null {
  const amount = found.get("amount")?.mapping["from"];
  if (columns["is_red_letter"] === undefined || found.has("is_red_letter") || amount === undefined) return null;
  if (profiles.find(({name}) => name === amount)?.numbers.hasNegative !== true) return null;
  return {
    target: "is_red_letter",
    mapping: {negative: amount},
    reason: `${String(amount)} has values below zero`,
    open: []
  };
}
