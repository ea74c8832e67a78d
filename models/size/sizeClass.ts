/** 大型, 中型, 小型, 微型; `not_applicable` where the classification has no row for the industry. */
export type SizeClass = "large" | "medium" | "small" | "micro" | "not_applicable";

export type SizeIndicator = "employees" | "revenue" | "total_assets";

/** Lower limits of one indicator in one row of the table; money in 万元 (10,000 CNY). */
export interface SizeThreshold {
  readonly row: string;
  /** Prefixes of GB/T 4754-2017 codes, section letter first, that the row covers. */
  readonly divisions: readonly string[];
  readonly indicator: SizeIndicator;
  readonly large: number;
  readonly medium: number;
  readonly small: number;
}

export interface SizeFacts {
  /** GB/T 4754-2017 code, section letter first: C3911. */
  readonly industryCode: string;
  readonly employees: number | null;
  /** In 万元. */
  readonly revenue: number | null;
  /** In 万元. */
  readonly total_assets: number | null;
}

const CLASSES = ["micro", "small", "medium", "large"] as const;

/** The rows of the table that cover an industry code: one for each indicator, none where the table has no row. */
export function sizeRowsOf(industryCode: string, table: readonly SizeThreshold[]): SizeThreshold[] {
  return table.filter(({divisions}) => divisions.some((prefix) => industryCode.startsWith(prefix)));
}

/** Whether a longer code could tell more: some row covers a part of what the code stands for. */
function isTooCoarse(industryCode: string, table: readonly SizeThreshold[]): boolean {
  return table.some(({divisions}) =>
    divisions.some((prefix) => prefix.length > industryCode.length && prefix.startsWith(industryCode))
  );
}

/**
 * Size by the statistical classification of 2017 (国统字〔2017〕213号): the smallest class over the
 * indicators of the industry's row, since all lower limits of a class must hold.
 *
 * Null when an indicator that the row asks for is unknown, or when the code is too coarse to find its row.
 */
export function sizeClassOf(facts: SizeFacts, table: readonly SizeThreshold[]): SizeClass | null {
  const rows = sizeRowsOf(facts.industryCode, table);
  if (rows.length === 0) return isTooCoarse(facts.industryCode, table) ? null : "not_applicable";
  let smallest: number = CLASSES.length - 1;
  for (const limits of rows) {
    const value = facts[limits.indicator];
    if (value === null) return null;
    smallest = Math.min(smallest, rankOf(value, limits));
  }
  return CLASSES[smallest]!;
}

function rankOf(value: number, {large, medium, small}: SizeThreshold): number {
  if (value >= large) return 3;
  if (value >= medium) return 2;
  return value >= small ? 1 : 0;
}
