import {martFeatureBins} from "#warehouse/marts/mart_feature_bins.js";
import {martFeatureHistory} from "#warehouse/marts/mart_feature_history.js";
import {martFeatures} from "#warehouse/marts/mart_features.js";
import {martFeatureTables} from "#warehouse/marts/mart_feature_tables.js";
import {countOf, figureOf, type Figure} from "../components/figure.js";
import type {DefinitionId} from "#warehouse/definitions.js";
import type {Site} from "./site.js";

export interface FeatureRow {
  readonly table_name: string;
  readonly feature: string;
  readonly unit: string;
  readonly definition_en: string;
  readonly definition_zh: string;
  readonly empty_en: string;
  readonly empty_zh: string;
  readonly sources: string;
  readonly safer: string;
  readonly rows: bigint;
  readonly missing_share: number | null;
  readonly zero_share: number | null;
  readonly p5: number | null;
  readonly p25: number | null;
  readonly p50: number | null;
  readonly p75: number | null;
  readonly p95: number | null;
  readonly psi: number | null;
  readonly psi_critical: number | null;
  readonly iv: number | null;
  readonly iv_critical: number | null;
  readonly gini: number | null;
  readonly observations: bigint;
  readonly defaults: bigint;
}

export interface FeatureTableRow {
  readonly table_name: string;
  readonly about_en: string;
  readonly about_zh: string;
  readonly features: number;
  readonly sql: string;
}

export interface FeatureDate {
  readonly table_name: string;
  readonly feature: string;
  readonly observation_date: string;
  readonly missing_share: number;
  readonly p10: number | null;
  readonly p50: number | null;
  readonly p90: number | null;
  readonly psi: number | null;
}

export interface BinRow {
  readonly table_name: string;
  readonly feature: string;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly is_missing: boolean;
  readonly observations: bigint;
  readonly defaults: bigint;
  readonly odr: number | null;
}

/** A feature with its history and its bins. */
export interface CataloguedFeature extends FeatureRow {
  readonly history: readonly FeatureDate[];
  readonly bins: readonly BinRow[];
}

export interface FeatureFindings {
  readonly features: Figure;
  readonly tables: Figure;
  /** Features that go with default beyond chance; null where no outcome is known. */
  readonly related: Figure | null;
  readonly strongest: {readonly row: FeatureRow; readonly iv: Figure} | null;
  /** Features whose spread moved far from its base, beyond chance. */
  readonly moved: Figure;
  /** Features that go with default beyond chance, the other way than their contract declares. */
  readonly against: Figure;
}

/** Whether the edition holds what was measured of features. */
export function showsFeatures(site: Site): boolean {
  return site.mart(martFeatures).columns.byName.has("iv");
}

/** Every feature, those that go with default the most first, those without a measure last by name. */
export function cataloguedFeatures(site: Site): CataloguedFeature[] {
  const history = grouped(site.rows<FeatureDate>(martFeatureHistory));
  const bins = grouped(site.rows<BinRow>(martFeatureBins));
  return site
    .rows<FeatureRow>(martFeatures)
    .map((row) => ({...row, history: history.get(nameOf(row)) ?? [], bins: bins.get(nameOf(row)) ?? []}))
    .sort((a, b) => (b.iv ?? -1) - (a.iv ?? -1) || (nameOf(a) < nameOf(b) ? -1 : 1));
}

export function featureTableRows(site: Site): readonly FeatureTableRow[] {
  return site.rows<FeatureTableRow>(martFeatureTables);
}

/** Tables whose features the edition shows, each on a page of its own. */
export function featureTableNames(site: Site): readonly string[] {
  return showsFeatures(site) ? featureTableRows(site).map(({table_name: name}) => name) : [];
}

/** `table.feature`: how a feature is named. */
export function nameOf({table_name: table, feature}: {readonly table_name: string; readonly feature: string}): string {
  return `${table}.${feature}`;
}

/** Whether a feature goes with default more than chance would let it, once in twenty times; null where that is not known. */
export function isBeyondChance({iv, iv_critical: critical}: FeatureRow): boolean | null {
  return iv === null || critical === null ? null : iv > critical;
}

/** A Gini that is nearer to zero says nothing about which way is safer: default may lie at both ends. */
const CLEAR_GINI = 0.1;

/** Whether a feature clearly goes with default, the other way than its contract declares. */
export function isAgainst(row: FeatureRow): boolean {
  if (isBeyondChance(row) !== true || row.gini === null || Math.abs(row.gini) < CLEAR_GINI) return false;
  return row.safer === "higher" ? row.gini < 0 : row.safer === "lower" && row.gini > 0;
}

/** The rule of thumb above which a population has moved. */
const FAR_PSI = 0.25;

export function hasMoved({psi, psi_critical: critical}: FeatureRow): boolean {
  return psi !== null && critical !== null && psi > Math.max(FAR_PSI, critical);
}

/** What the catalogue comes to; null where there are no features. */
export function featureFindings(site: Site): FeatureFindings | null {
  const rows = cataloguedFeatures(site);
  const [first] = rows;
  if (first === undefined) return null;
  const mart = site.mart(martFeatures);
  const counted = (column: string, definition: DefinitionId, test: (row: FeatureRow) => boolean): Figure => {
    const figure = countOf(mart, column);
    return {...figure, value: rows.filter(test).length, proof: {...figure.proof, definition}};
  };
  const key = {table_name: first.table_name, feature: first.feature};
  return {
    features: countOf(mart, "feature"),
    tables: countOf(site.mart(martFeatureTables), "table_name"),
    related: first.iv === null ? null : counted("iv", "feature_iv_critical", (row) => isBeyondChance(row) === true),
    strongest: isBeyondChance(first) === true ? {row: first, iv: figureOf(mart, "iv", key)} : null,
    moved: counted("psi", "feature_psi", hasMoved),
    against: counted("gini", "feature_direction", isAgainst)
  };
}

function grouped<Row extends {readonly table_name: string; readonly feature: string}>(
  rows: readonly Row[]
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const name = nameOf(row);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [row]);
    else group.push(row);
  }
  return groups;
}
