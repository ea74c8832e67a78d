import type {BankKind} from "./fixtureBook.js";
import type {Row} from "./fixtureSnapshot.js";

const YEARS = ["2023-12-31", "2024-12-31", "2025-12-31"];

interface Example {
  readonly table_name: string;
  readonly feature: string;
  readonly unit: string;
  readonly about: readonly [en: string, zh: string];
  readonly safer: string;
  readonly sources: string;
  readonly level: number;
  readonly missing: number;
  /** Shift of the default rate from the lowest to the highest bin, in bins' places. */
  readonly slope: number;
  readonly iv: number;
  readonly psi: number;
}

const EXAMPLES: readonly Example[] = [
  {
    table_name: "feat_invoices",
    feature: "sales_growth_rate",
    unit: "rate",
    about: ["Invoiced sales against the year before, in twelve months", "近十二个月销项较上年增长率"],
    safer: "higher",
    sources: "invoices",
    level: 0.06,
    missing: 0.25,
    slope: -2,
    iv: 0.31,
    psi: 0.02
  },
  {
    table_name: "feat_statements",
    feature: "leverage_ratio",
    unit: "ratio",
    about: ["Total liabilities to total assets", "负债总额与资产总额之比"],
    safer: "lower",
    sources: "financial_statements,obligors",
    level: 0.5,
    missing: 0,
    slope: 2,
    iv: 0.22,
    psi: 0.4
  },
  {
    table_name: "feat_statements",
    feature: "has_negative_equity",
    unit: "flag",
    about: ["Equity below zero", "所有者权益为负"],
    safer: "higher",
    sources: "financial_statements",
    level: 0,
    missing: 0,
    slope: 2,
    iv: 0.09,
    psi: 0.01
  },
  {
    table_name: "feat_statements",
    feature: "total_assets",
    unit: "currency",
    about: ["Total assets", "资产总计"],
    safer: "neither",
    sources: "financial_statements",
    level: 4e7,
    missing: 0,
    slope: 0,
    iv: 0.01,
    psi: 0.03
  }
];

const CRITICAL = 0.05;
const PER_BIN = 200;

/** The rows of the marts of features: worse ones in the worsening bank; without outcomes where there are only invoices; none of one date. */
export function fixtureFeatures(kind: BankKind): Readonly<Record<string, readonly Row[]>> {
  if (kind === "oneDate") return {};
  const hasOutcomes = kind !== "invoicesOnly";
  const examples = EXAMPLES.filter(({table_name: table}) => hasOutcomes || table === "feat_invoices");
  const tables = [...new Set(examples.map(({table_name: table}) => table))];
  return {
    mart_feature_tables: tables.map((table_name) => ({
      table_name,
      about_en: table_name === "feat_invoices" ? "A year of invoices" : "Ratios of the latest statement",
      about_zh: table_name === "feat_invoices" ? "近一年发票" : "最近报表的财务比率",
      features: examples.filter((example) => example.table_name === table_name).length,
      sql: `-- One row per obligor.\ncreate or replace table ${table_name} as\n\nselect 1 < 2;\n`
    })),
    mart_features: examples.map((example, order) => featureRow(example, order, kind === "worsening", hasOutcomes)),
    mart_feature_history: examples.flatMap((example) => historyRows(example, kind === "worsening")),
    mart_feature_bins: hasOutcomes ? examples.flatMap(binRows) : []
  };
}

function featureRow(example: Example, feature_order: number, isMoving: boolean, hasOutcomes: boolean): Row {
  const {table_name, feature, unit, about, safer, sources, level, missing, slope, iv} = example;
  return {
    table_name,
    feature,
    feature_order,
    column_type: unit === "flag" ? "boolean" : "double",
    unit,
    definition_en: about[0],
    definition_zh: about[1],
    empty_en: "Nothing was known by then",
    empty_zh: "当时未知",
    sources,
    safer,
    observation_date: YEARS.at(-1)!,
    rows: 1000,
    missing_share: missing,
    zero_share: unit === "flag" ? 0.97 : 0,
    p5: level * 0.5,
    p25: level * 0.8,
    p50: level,
    p75: level * 1.2,
    p95: level * 1.5,
    base_date: YEARS[0]!,
    psi: isMoving ? example.psi : 0.01,
    psi_critical: CRITICAL,
    iv: hasOutcomes ? iv : null,
    iv_critical: hasOutcomes ? CRITICAL : null,
    gini: hasOutcomes ? -slope / 8 : null,
    observations: hasOutcomes ? 1000 : 0,
    defaults: hasOutcomes ? 40 : 0
  };
}

function historyRows({table_name, feature, level, missing, psi}: Example, isMoving: boolean): Row[] {
  return YEARS.map((observation_date, year) => ({
    table_name,
    feature,
    observation_date,
    rows: 1000,
    missing_share: missing,
    p10: level * (0.6 + year / 10),
    p50: level * (1 + year / 10),
    p90: level * (1.4 + year / 10),
    psi: year === 0 ? null : isMoving ? (psi * year) / 2 : 0.01,
    psi_critical: year === 0 ? null : CRITICAL
  }));
}

function binRows({table_name, feature, level, missing, slope}: Example): Row[] {
  const ends = level === 0 ? [0] : [0.7, 0.9, 1.1].map((factor) => level * factor);
  const bins = ends.length + 1;
  const row = (bin_order: number, lower: number | null, upper: number | null, isMissing: boolean): Row => {
    const defaults = isMissing ? 9 : 8 + slope * 3 * (bin_order / (bins - 1) - 0.5);
    return {
      table_name,
      feature,
      bin_order,
      lower,
      upper,
      is_missing: isMissing,
      observations: PER_BIN,
      defaults: Math.round(defaults),
      odr: Math.round(defaults) / PER_BIN,
      woe: 0.1 * slope
    };
  };
  const known = Array.from({length: bins}, (_, bin) => row(bin, ends[bin - 1] ?? null, ends[bin] ?? null, false));
  return missing > 0 ? [...known, row(bins, null, null, true)] : known;
}
