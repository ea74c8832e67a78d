import type {TableContract} from "#warehouse/contract.js";
import {UserError} from "#warehouse/engine/userError.js";
import {EXTRACTS} from "../../contracts/index.js";
import {nearMiss} from "../../nearMiss.js";
import {entryOf, type Entry} from "./entry.js";
import {fallbacksOf} from "./fallbacks.js";
import {matchesOf, nameFit, type Match} from "./match.js";
import {profileOf, type ColumnProfile} from "./profile.js";
import type {Sample} from "./sample.js";

/** How alike a name must be to a name of a column that was found already, to be the same fact. */
const TWIN = 0.95;

/** How well a file fits a contract. */
export interface Fit {
  readonly contract: string;
  /** In [0, 1]. */
  readonly score: number;
  /** Columns that must not be empty and were found. */
  readonly requiredFound: number;
  readonly required: number;
  /** Columns of the file that were placed. */
  readonly placed: number;
}

export interface Proposal {
  readonly contract: TableContract;
  /** In the contract's order. */
  readonly entries: readonly Entry[];
  /** Columns of the contract that nothing was found for. */
  readonly missing: readonly string[];
  /** Columns of the file that no column of the contract takes. */
  readonly unused: readonly string[];
  /** Every contract, the likeliest first. */
  readonly fits: readonly Fit[];
}

/**
 * Proposes how a file becomes the rows of a contract, for a person to correct: the one named, or the one that fits best.
 *
 * Throws a UserError where the file has no columns, or no contract has the name.
 */
export function propose(sample: Sample, name?: string): Proposal {
  const profiles = sample.columns.map(profileOf);
  const drafts = EXTRACTS.map((contract) => draftOf(contract, profiles)).sort((a, b) => b.fit.score - a.fit.score);
  const draft = name === undefined ? drafts[0]! : drafts.find(({contract}) => contract.name === name);
  if (draft === undefined) throw unknownContract(name!);
  const {contract, entries} = draft;
  const all = [...entries, ...fallbacksOf(contract, entries, profiles)];
  const order = Object.keys(contract.columns);
  all.sort((a, b) => order.indexOf(a.target) - order.indexOf(b.target));
  const used = new Set(all.flatMap(({mapping}) => Object.values(mapping).flat()));
  return {
    contract,
    entries: all,
    missing: order.filter((target) => !all.some((entry) => entry.target === target)),
    unused: profiles.map((profile) => profile.name).filter((column) => !used.has(column)),
    fits: drafts.map(({fit}) => fit)
  };
}

function draftOf(contract: TableContract, profiles: readonly ColumnProfile[]) {
  const matches = matchesOf(contract, profiles);
  const required = Object.keys(contract.columns).filter((column) => !contract.columns[column]!.nullable);
  const scoreOf = (column: string) => matches.find(({target}) => target === column)?.score ?? 0;
  const covered = required.reduce((total, column) => total + scoreOf(column), 0) / required.length;
  const placed = matches.reduce((total, {score}) => total + score, 0) / Math.max(1, profiles.length);
  const fit: Fit = {
    contract: contract.name,
    score: 0.5 * covered + 0.5 * placed,
    requiredFound: required.filter((column) => scoreOf(column) > 0).length,
    required: required.length,
    placed: matches.length
  };
  const key = contract.grain.length === 1 ? contract.grain[0]! : null;
  const entries = matches.map((match) => {
    const entry = withTwins(
      entryOf(match, contract.columns[match.target]!),
      match,
      twinsOf(contract, match, matches, profiles)
    );
    return match.target === key && !match.profile.isUnique ? withQuestion(entry, KEY_REPEATS) : entry;
  });
  return {contract, entries, fit};
}

const KEY_REPEATS = "values repeat, and this is the key: join columns that together name a row";

/** Columns that look like the same fact, such as the buyer in one file and the seller in another. */
function withTwins(entry: Entry, {profile}: Match, twins: readonly string[]): Entry {
  if (twins.length === 0) return entry;
  const mapping = {first_of: [profile.name, ...twins]};
  return withQuestion({...entry, mapping}, "several columns look like it: the first that is filled counts");
}

function withQuestion(entry: Entry, question: string): Entry {
  return {...entry, open: [...entry.open, question]};
}

function twinsOf(
  contract: TableContract,
  match: Match,
  matches: readonly Match[],
  profiles: readonly ColumnProfile[]
): string[] {
  const {type, allowed} = contract.columns[match.target]!;
  if (type !== "varchar" || allowed !== undefined) return [];
  const spare = profiles.filter(({name}) => !matches.some(({profile}) => profile.name === name));
  return spare.filter((profile) => nameFit(contract, match.target, profile) >= TWIN).map(({name}) => name);
}

function unknownContract(name: string): UserError {
  const names = EXTRACTS.map((contract) => contract.name);
  const meant = nearMiss(name, names);
  const hint = meant === null ? `known are ${names.join(", ")}` : `is it ${meant}?`;
  return new UserError(`${JSON.stringify(name)} is no contract; ${hint}`);
}
