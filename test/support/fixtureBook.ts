export type BankKind = "worsening" | "improving" | "invoicesOnly" | "oneDate";

/** One obligor at one quarter end. */
export interface Position {
  readonly obligor: number;
  readonly quarter: number;
  readonly grade: string;
  readonly gradeOrder: number;
  readonly pd: number;
  readonly drawn: number;
  readonly limit: number;
  readonly isDefaulted: boolean;
}

export interface Obligor {
  readonly industry: string;
  readonly size: string;
  readonly region: string;
  readonly tier: string;
}

export interface Book {
  readonly obligors: readonly Obligor[];
  /** By quarter; inside, by obligor. */
  readonly quarters: readonly (readonly Position[])[];
  /** Quarter in which each obligor defaulted, or -1. */
  readonly defaultQuarters: Int32Array;
  readonly dates: readonly string[];
}

export const GRADES: readonly {readonly label: string; readonly lower: number; readonly upper: number}[] = [
  ["AAA", 0, 0.001],
  ["AA", 0.001, 0.0025],
  ["A", 0.0025, 0.006],
  ["BBB", 0.006, 0.013],
  ["BB", 0.013, 0.03],
  ["B", 0.03, 0.07],
  ["CCC", 0.07, 0.15],
  ["CC", 0.15, 0.3],
  ["C", 0.3, 1]
].map(([label, lower, upper]) => ({label: String(label), lower: Number(lower), upper: Number(upper)}));

const INDUSTRIES = ["A", "B", "C", "D", "E", "F", "G", "H", "I", "K", "L", "M", "R"];
const SIZES = ["large", "medium", "small", "micro", "not_applicable"];
const REGIONS = ["44", "32", "33", "37", "31", "11", "51", "42", "41", "35", "61", "50"];
const QUARTER_COUNT = 41;

/** A number in [0, 1) from integers alone. */
export function uniform(...keys: readonly number[]): number {
  let hash = 0x9e3779b9;
  for (const key of keys) {
    hash = Math.imul(hash ^ key, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return (hash >>> 0) / 4294967296;
}

function pick<T>(items: readonly T[], skew: number, ...keys: readonly number[]): T {
  return items[Math.floor(items.length * uniform(...keys) ** skew)]!;
}

function quarterEnd(quarter: number): string {
  return new Date(Date.UTC(2016, 3 * quarter, 0)).toISOString().slice(0, 10);
}

/** A book of ten years of quarters in which the PD drifts up, or down for the improving bank. */
export function fixtureBook(kind: BankKind, count: number): Book {
  const industries = kind === "improving" ? [...INDUSTRIES].reverse() : ["C", "F", "E", ...INDUSTRIES];
  const obligors = Array.from({length: count}, (_, id) => ({
    industry: pick(industries, 1.7, id, 1),
    size: pick(SIZES, 0.9, id, 2),
    region: pick(REGIONS, 1.5, id, 3),
    tier: uniform(id, 9) + uniform(id, 10) > 1.25 ? "general" : pick(["general", "core", "strategic"], 1.8, id, 4)
  }));
  const defaultQuarters = new Int32Array(count).fill(-1);
  const quarters: Position[][] = [];
  for (let quarter = 0; quarter < QUARTER_COUNT; quarter++) {
    quarters.push(obligors.flatMap((obligor, id) => positionOf(obligor, id, quarter, kind, defaultQuarters) ?? []));
  }
  return {obligors, quarters, defaultQuarters, dates: Array.from({length: QUARTER_COUNT}, (_, q) => quarterEnd(q))};
}

function positionOf(obligor: Obligor, id: number, quarter: number, kind: BankKind, defaults: Int32Array) {
  const joined = Math.floor(uniform(id, 5) ** 1.6 * (kind === "improving" ? 30 : 43));
  const defaulted = defaults[id]!;
  if (quarter < joined || (defaulted >= 0 && quarter > defaulted + 4)) return null;
  const pd = truePd(obligor, id, quarter, kind);
  if (defaulted < 0 && quarter > joined && uniform(id, quarter, 6) < 1 - (1 - pd) ** 0.25) defaults[id] = quarter;
  const isDefaulted = defaults[id]! >= 0;
  const order = GRADES.findIndex(({upper}) => pd < upper);
  const scale = {large: 9e8, medium: 1.2e8, small: 2.5e7, micro: 4e6, not_applicable: 6e7}[obligor.size]!;
  const limit = Math.round(
    scale * (0.3 + 1.6 * uniform(id, 7)) * (1 + 0.012 * quarter * (kind === "improving" ? -0.4 : 1))
  );
  return {
    obligor: id,
    quarter,
    grade: isDefaulted ? "D" : GRADES[order]!.label,
    gradeOrder: isDefaulted ? GRADES.length : order,
    pd,
    limit,
    drawn: Math.round(limit * (0.35 + 0.6 * uniform(id, quarter >> 2, 8))),
    isDefaulted
  };
}

function truePd(obligor: Obligor, id: number, quarter: number, kind: BankKind): number {
  const drift = (kind === "improving" ? -0.035 : 0.03) * quarter + (kind === "improving" ? 0.9 : 0);
  const weight = {E: 0.9, H: 1.1, K: 0.7, R: 0.5, D: -0.6, G: -0.2}[obligor.industry] ?? 0;
  const size = {large: -0.9, medium: -0.2, small: 0.35, micro: 0.6}[obligor.size] ?? 0;
  const own = 4.2 * (uniform(id, 9) + uniform(id, 10) - 1);
  const wander = 1.6 * (uniform(id, quarter >> 1, 11) - 0.5) + 0.12 * Math.sin(quarter / 5);
  return 1 / (1 + Math.exp(5.5 - own - weight - size - wander - drift));
}
