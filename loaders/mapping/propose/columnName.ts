import {editDistance} from "../../nearMiss.js";
import type {NumberForm} from "../contract.js";
import type {UNIT_POWERS} from "../units.js";

/** A column's name without what its unit says, made comparable. */
export function plainName(name: string): string {
  return unitless(name.normalize("NFKC"))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

const UNIT = /[([【/_:]\s*(?:单位:?)?\s*(?:人民币)?(百万元?|千元|万元?|亿元?|%|percent|bps?)\s*[)\]】]?\s*$/i;

/** The unit that a header names in brackets or behind a slash: `金额(万元)`. */
export function unitInName(name: string): NumberForm["unit"] {
  const said = UNIT.exec(name.normalize("NFKC"))?.[1];
  if (said === undefined) return undefined;
  if (/^(%|percent)$/i.test(said)) return "percent";
  if (/^bps?$/i.test(said)) return "basis_points";
  return (said.endsWith("元") ? said : `${said}元`) as keyof typeof UNIT_POWERS;
}

function unitless(name: string): string {
  const bare = name.replace(/[([【].*$/u, "");
  return bare.trim() === "" ? name : bare;
}

/** Words of a figure that is a quotient: `net profit margin` is no net profit. */
const QUOTIENT = /margin|ratio|return|per|yield|turnover|growth|率|比|每股|周转/;
const OF_A_QUOTIENT = 0.4;

/** How alike two plain names are, in [0, 1]. */
export function likeness(a: string, b: string): number {
  if (a === "" || b === "") return 0;
  if (a === b) return 1;
  return closeness(a, b) * (QUOTIENT.test(a) === QUOTIENT.test(b) ? 1 : OF_A_QUOTIENT);
}

function closeness(a: string, b: string): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= 2 && long.includes(short)) return 0.6 + 0.3 * (short.length / long.length);
  const isNear = editDistance(a, b) <= Math.max(1, Math.floor(long.length / 6));
  return Math.max(isNear && long.length >= 4 ? 0.8 : 0, 0.75 * pairLikeness(a, b));
}

/** Share of pairs of neighbouring characters that two texts have in common (Dice). */
function pairLikeness(a: string, b: string): number {
  const pairs = (text: string) => Array.from({length: Math.max(0, text.length - 1)}, (_, at) => text.slice(at, at + 2));
  const [own, others] = [pairs(a), pairs(b)];
  if (own.length + others.length === 0) return 0;
  const left = [...others];
  let common = 0;
  for (const pair of own) {
    const at = left.indexOf(pair);
    if (at < 0) continue;
    left.splice(at, 1);
    common++;
  }
  return (2 * common) / (own.length + others.length);
}
