import type {ColumnContract} from "#warehouse/contract.js";
import type {NumberForm} from "../contract.js";
import {isNumeric} from "../sourceColumn.js";
import {wordOf, type Match} from "./match.js";
import type {ColumnProfile} from "./profile.js";

/** What is proposed for a column of a contract: the keys of its mapping, and what a person should look at. */
export interface Entry {
  readonly target: string;
  readonly mapping: Readonly<Record<string, unknown>>;
  readonly reason: string;
  readonly open: readonly string[];
}

/** The mapping that a match suggests, by what the values look like. */
export function entryOf({target, profile, score, named}: Match, column: ColumnContract): Entry {
  const open: string[] = [];
  const mapping: Record<string, unknown> = {from: profile.name};
  if (profile.filled === 0) open.push("the sample has no value here");
  else if (column.type === "date") addDate(mapping, open, profile);
  else if (column.allowed !== undefined) addValues(mapping, open, profile, column.allowed);
  else if (column.type === "boolean") addValues(mapping, open, profile, ["true", "false"]);
  else if (column.type !== "varchar") addNumber(mapping, open, profile, column);
  if (score < 0.7) open.push("only a likeness: look whether it is this column");
  return {target, mapping, reason: `name ${percent(named)}, values and name ${percent(score)}`, open};
}

function addDate(mapping: Record<string, unknown>, open: string[], {dates}: ColumnProfile): void {
  if (dates.isIso) return;
  mapping["date"] = dates.patterns.length === 1 ? dates.patterns[0] : dates.patterns;
  if (dates.endOf !== null) {
    mapping["end_of"] = dates.endOf;
    open.push(`only ${dates.endOf}s are given: the last day is taken`);
  }
  if (dates.isAmbiguous) open.push("day and month could be the other way round");
  if (dates.share < 1) open.push(`${percent(1 - dates.share)} of the values are no such date`);
}

function addNumber(
  mapping: Record<string, unknown>,
  open: string[],
  profile: ColumnProfile,
  column: ColumnContract
): void {
  const {numbers, unit, type} = profile;
  const form: Record<string, unknown> = {...numbers.form};
  const isFraction = column.unit === "rate" || column.unit === "share" || column.unit === "probability";
  const isAmount = column.unit === "currency";
  if (unit !== undefined && (isFraction || isAmount)) form["unit"] = unit;
  if (form["unit"] === undefined && isFraction && isNumeric(type) === false && looksLikePercent(profile)) {
    form["unit"] = "percent";
    open.push("values above 1: they are taken as percent");
  }
  if (Object.keys(form).length > 0 || numbers.form !== null) mapping["number"] = form as NumberForm;
  if (numbers.share < 1) open.push(`${percent(1 - numbers.share)} of the values are no numbers`);
  if (numbers.hasNegative && column.sign !== "any") open.push("some values are below zero, which the contract refuses");
}

function looksLikePercent({codes, numbers}: ColumnProfile): boolean {
  return (
    numbers.share > 0.9 && (codes ?? []).length > 0 && codes!.every((code) => Number(code) === 0 || Number(code) > 1)
  );
}

function addValues(
  mapping: Record<string, unknown>,
  open: string[],
  {codes}: ColumnProfile,
  allowed: readonly string[]
): void {
  if (codes === null)
    return void open.push(`too many different values for a code; the contract has ${allowed.join(", ")}`);
  const known = codes.map((code) => [code, wordOf(code, allowed)] as const);
  const renamed = known.filter(([code, word]) => word !== null && word !== code);
  const unknown = known.filter(([, word]) => word === null).map(([code]) => code);
  if (renamed.length > 0) mapping["values"] = Object.fromEntries(renamed);
  if (unknown.length > 0)
    open.push(`say what ${unknown.slice(0, 8).join(", ")} mean; the contract has ${allowed.join(", ")}`);
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
