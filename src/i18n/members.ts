import type {Language} from "../format/language.js";
import {SAFER, UNITS} from "./names/features.js";
import {DIMENSIONS, GRADES, SIZES, TIERS} from "./names/classes.js";
import {EXCLUSIONS, FATES, METHODS, OUTCOMES, SCOPES, TESTS} from "./names/lab.js";
import {INDUSTRIES, SHORT_INDUSTRIES} from "./names/industries.js";
import {REGIONS} from "./names/regions.js";
import {WORDS} from "./words.js";
import {CHECK_KINDS, CONTROL_KINDS, DELIVERY_KINDS, EXTRACT_NAMES, PARTS, RULES, VERDICTS} from "./names/quality.js";
import {ABSENCES, INPUT_KINDS, METRICS, SPLITS} from "./names/run.js";

const BOOK = {grade: GRADES, industry: INDUSTRIES, size: SIZES, region: REGIONS, tier: TIERS} as const;
export type DimensionName = keyof typeof BOOK;

export const DIMENSION_NAMES = Object.keys(BOOK) as readonly DimensionName[];

/** Name of a class of a dimension; a code without a name reads as itself, a missing one as unknown. */
export function memberName(dimension: DimensionName, code: string | null, language: Language): string {
  if (code === null || code === "unknown" || code === "") return WORDS[language].unknown;
  return BOOK[dimension][language][code] ?? code;
}

/** Name short enough for a chart's axis. */
export function shortMemberName(dimension: DimensionName, code: string | null, language: Language): string {
  const short = dimension === "industry" && code !== null ? SHORT_INDUSTRIES[language][code] : undefined;
  return short ?? memberName(dimension, code, language);
}

export function dimensionName(dimension: DimensionName, language: Language): string {
  return DIMENSIONS[language][dimension]!;
}

const OTHERS = {
  split: SPLITS,
  metric: METRICS,
  inputKind: INPUT_KINDS,
  extract: EXTRACT_NAMES,
  rule: RULES,
  checkKind: CHECK_KINDS,
  verdict: VERDICTS,
  control: CONTROL_KINDS,
  delivery: DELIVERY_KINDS,
  qualityPart: PARTS,
  unit: UNITS,
  safer: SAFER,
  method: METHODS,
  outcome: OUTCOMES,
  fate: FATES,
  exclusion: EXCLUSIONS,
  test: TESTS,
  scope: SCOPES
} as const;

/** Name of a sample, a measure, a kind of input, an extract or another code; a code without a name reads as itself. */
export function codeName(list: keyof typeof OTHERS, code: string, language: Language): string {
  return OTHERS[list][language][code] ?? code;
}

/** Name of what a source lacks. */
export function absenceName(absence: string, language: Language): string {
  return ABSENCES[language][absence] ?? absence;
}
