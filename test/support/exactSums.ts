import {readdirSync} from "node:fs";
import type {TableContract} from "#warehouse/contract.js";

const SCORES = new URL("../../pipeline/scores/", import.meta.url);

/** The contracts of the tables that the pipeline writes. */
export async function scoreContracts(): Promise<TableContract[]> {
  const files = readdirSync(SCORES).filter((name) => name.startsWith("score_") && name.endsWith(".ts"));
  const modules = await Promise.all(
    files.map(async (name) => (await import(new URL(name, SCORES).href)) as Record<string, TableContract>)
  );
  return modules.flatMap((module) => Object.values(module).filter((value) => value?.columns !== undefined));
}

/** Tables that a statement reads and does not make itself; what a macro over tables is given counts, and the macro does not. */
export function readIn(sql: string): string[] {
  const text = bare(sql);
  const made = new Set([...text.matchAll(/^(\w+) as \($/gm)].map((match) => match[1]!));
  const read = [...text.matchAll(/\b(?:from|join)\s+(\w+)\b(?:\s*\(([^()]*)\))?/g)].flatMap(([, name, given]) =>
    given === undefined ? [name!] : given.split(",").map((each) => each.trim())
  );
  return read.filter((name) => /^[a-z]\w*$/.test(name) && !made.has(name));
}

/** Makers of doubles, as expressions begin. */
const DOUBLE =
  /\b(?:ratio|growth|variation|log_positive|mean_probability|expected_count|default_rate|ln|sqrt)\(|\bas double\)/;

/** Sums over a column that is a double in a table that is read, or was made one in a step before. */
export function doublesSummed(sql: string, contracts: ReadonlyMap<string, TableContract>): string[] {
  const text = bare(sql);
  const columns = readIn(sql).flatMap((name) => Object.entries(contracts.get(name)?.columns ?? {}));
  const read = columns.filter(([, {type}]) => type === "double").map(([name]) => ({name, made: -1}));
  const cast = [...text.matchAll(/\bas (\w+)(?=\s*(?:,|\bfrom\b|$))/g)]
    .filter((match) => DOUBLE.test(itemBefore(text, match.index)))
    .map((match) => ({name: match[1]!, made: match.index}));
  const steps = [...text.matchAll(/^\w+ as \($/gm)].map(({index}) => index);
  return [...text.matchAll(/\bsum\(/g)].flatMap(({index}) => {
    const argument = within(text, index + "sum(".length);
    const step = steps.findLast((start) => start < index) ?? 0;
    const doubles = new Set([...read, ...cast].filter(({made}) => made < step).map(({name}) => name));
    const found = [...withoutCasts(argument).matchAll(/\w+/g)].filter(([word]) => doubles.has(word));
    return found.length === 0 ? [] : [`sum(${argument})`];
  });
}

/** What is summed of an argument: no conditions, and nothing that was made exact. */
function withoutCasts(argument: string): string {
  const summed = argument.replace(/\bwhen\b.*?\bthen\b/gs, "");
  if (/^cast\(.* as (?:decimal|bigint|integer)/s.test(summed)) return "";
  return summed.replace(/\bcast\([^()]* as (?:decimal|bigint|integer|hugeint)\b[^()]*(?:\([^()]*\))?\)/g, "");
}

/** The text from a place to the parenthesis that closes it. */
function within(text: string, from: number): string {
  let depth = 1;
  let end = from;
  while (end < text.length && depth > 0) {
    if (text[end] === "(") depth++;
    if (text[end] === ")") depth--;
    end++;
  }
  return text.slice(from, end - 1);
}

/** The item of a list of columns that ends at a place. */
function itemBefore(text: string, end: number): string {
  let depth = 0;
  let start = end;
  for (; start > 0; start--) {
    const character = text[start - 1];
    if (character === ")") depth++;
    if (character === "(" && --depth < 0) break;
    if (depth === 0 && (character === "," || /\bselect$/.test(text.slice(Math.max(0, start - 7), start)))) break;
  }
  return text.slice(start, end);
}

/** The statement without comments and quoted text. */
export function bare(sql: string): string {
  return sql.replace(/--.*$/gm, "").replace(/'[^']*'/g, "''");
}
