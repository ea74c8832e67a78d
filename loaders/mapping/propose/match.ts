import type {ColumnContract, TableContract} from "#warehouse/contract.js";
import {CODE_WORDS} from "./codeWords.js";
import {likeness, plainName} from "./columnName.js";
import {COLUMN_WORDS} from "./columnWords.js";
import type {ColumnProfile} from "./profile.js";

/** How well a column of the file serves as a column of a contract, in [0, 1]. */
export interface Match {
  readonly target: string;
  readonly profile: ColumnProfile;
  readonly score: number;
  /** How alike the names are, in [0, 1]. */
  readonly named: number;
}

const LEAST = 0.45;
const MOST_LABEL_WORDS = 4; // what is longer is a sentence and no name

/** The best pairs of the columns of a file and of a contract, each column used once; the likeliest first. */
export function matchesOf(contract: TableContract, profiles: readonly ColumnProfile[]): Match[] {
  const pairs = Object.entries(contract.columns).flatMap(([target, column]) => {
    return profiles.map((profile): Match => {
      const named = nameFit(contract, target, profile);
      return {
        target,
        profile,
        named,
        score: named * (0.7 + 0.3 * valueFit(profile, column)) * (isPossible(profile, column) ? 1 : 0.3)
      };
    });
  });
  const order = Object.keys(contract.columns);
  pairs.sort((a, b) => b.score - a.score || order.indexOf(a.target) - order.indexOf(b.target));
  const taken = new Set<string>();
  const found: Match[] = [];
  for (const pair of pairs) {
    if (pair.score < LEAST || taken.has(pair.profile.name) || found.some(({target}) => target === pair.target))
      continue;
    taken.add(pair.profile.name);
    found.push(pair);
  }
  return found;
}

/** How alike the name of a column is to the likeliest name of a column of a contract, in [0, 1]. */
export function nameFit(contract: TableContract, target: string, {plain}: ColumnProfile): number {
  const words = wordsFor(contract.name, target, contract.columns[target]!);
  return Math.max(...words.map((word) => word.worth * likeness(plain, word.plain)));
}

/** Names under which a column may stand; the contract's own count most. */
function wordsFor(contract: string, target: string, {about}: ColumnContract): {plain: string; worth: number}[] {
  const own = [target, about.zh, about.zh.replace(/\(.*$/u, "")].map((word) => ({plain: plainName(word), worth: 1}));
  const label = about.en.split(/[,;:(]/)[0]!;
  const labels = label.split(" ").length <= MOST_LABEL_WORDS ? [label] : [];
  const others = [...(COLUMN_WORDS[target] ?? []), ...(COLUMN_WORDS[`${contract}.${target}`] ?? [])];
  return [...own, ...[...labels, ...others].map((word) => ({plain: plainName(word), worth: 0.97}))];
}

/** Whether the values could be of the contract's type at all; a column without values could. */
function isPossible(profile: ColumnProfile, {type}: ColumnContract): boolean {
  if (profile.filled === 0) return true;
  switch (type) {
    case "date":
      return profile.dates.share >= 0.8;
    case "boolean":
      return profile.codes !== null && profile.codes.length <= 4;
    case "varchar":
      return true;
    default:
      return profile.numbers.share >= 0.8;
  }
}

/** How much the values speak for the contract's column, in [0, 1]. */
function valueFit(profile: ColumnProfile, column: ColumnContract): number {
  if (profile.filled === 0) return 0.5;
  if (column.allowed !== undefined) return codesFit(profile, column.allowed);
  if (column.pattern !== undefined)
    return profile.codes?.some((code) => new RegExp(column.pattern!).test(code)) === true ? 1 : 0.5;
  if (column.type === "date") return profile.dates.share;
  if (column.type === "boolean") return codesFit(profile, ["true", "false"]);
  if (column.type !== "varchar")
    return profile.numbers.share * (column.type === "integer" && !profile.numbers.isWhole ? 0.5 : 1);
  return profile.dates.share > 0.9 && profile.dates.patterns[0] !== "%Y" ? 0.3 : 0.8;
}

function codesFit({codes}: ColumnProfile, allowed: readonly string[]): number {
  if (codes === null) return 0;
  return codes.filter((code) => wordOf(code, allowed) !== null).length / Math.max(1, codes.length);
}

/** Which of the contract's codes a bank's word stands for; null where that is not known. */
export function wordOf(code: string, allowed: readonly string[]): string | null {
  const plain = code.normalize("NFKC").trim().toLowerCase();
  return allowed.find((word) => word === plain) ?? allowed.find((word) => CODE_WORDS[word]?.includes(plain)) ?? null;
}
