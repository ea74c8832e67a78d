import type {Measured} from "./measure.js";
import type {Feature, Subject} from "./subjects.js";

/** Quantile of a spread, in percent, a multiple of five. */
export function quantileOf(quantiles: readonly number[], percent: number): number | null {
  return quantiles[percent / 5 - 1] ?? null;
}

/** A feature as its contract tells of it. */
export function factsOf({table, name, column, facts}: Feature) {
  return {
    table_name: table,
    feature: name,
    column_type: column.type,
    unit: column.unit,
    definition_en: column.about.en,
    definition_zh: column.about.zh,
    empty_en: facts.empty.en,
    empty_zh: facts.empty.zh,
    sources: facts.from.join(","),
    safer: facts.safer
  };
}

/** The row of a feature: its facts, and what was measured where it is a number. */
export function featureRow(feature: Feature, order: number, measured: Measured | undefined) {
  const latest = measured?.spreads.at(-1);
  const moved = latest === undefined ? undefined : measured!.moved.get(latest.date);
  const relation = measured?.relation ?? null;
  const quantiles = latest?.quantiles ?? [];
  return {
    ...factsOf(feature),
    feature_order: order,
    observation_date: latest?.date ?? null,
    rows: latest?.rows ?? 0,
    missing_share: latest?.missingShare ?? null,
    zero_share: latest?.zeroShare ?? null,
    p5: quantileOf(quantiles, 5),
    p25: quantileOf(quantiles, 25),
    p50: quantileOf(quantiles, 50),
    p75: quantileOf(quantiles, 75),
    p95: quantileOf(quantiles, 95),
    base_date: moved?.base ?? null,
    psi: moved?.stability?.psi ?? null,
    psi_critical: moved?.stability?.critical ?? null,
    iv: relation?.iv ?? null,
    iv_critical: relation?.ivCritical ?? null,
    gini: relation?.gini ?? null,
    observations: relation?.observations ?? 0,
    defaults: relation?.defaults ?? 0
  };
}

/** One row per date. */
export function historyRows({feature, spreads, moved}: Measured) {
  return spreads.map(({date, rows, missingShare, quantiles}) => ({
    table_name: feature.table,
    feature: feature.name,
    observation_date: date,
    rows,
    missing_share: missingShare,
    p10: quantileOf(quantiles, 10),
    p50: quantileOf(quantiles, 50),
    p90: quantileOf(quantiles, 90),
    psi: moved.get(date)?.stability?.psi ?? null,
    psi_critical: moved.get(date)?.stability?.critical ?? null
  }));
}

/** One row per bin. */
export function binRows({feature, relation}: Measured) {
  return (relation?.bins ?? []).map(({lower, upper, isMissing, goods, bads, woe}, order) => ({
    table_name: feature.table,
    feature: feature.name,
    bin_order: order,
    lower,
    upper,
    is_missing: isMissing,
    observations: goods + bads,
    defaults: bads,
    woe
  }));
}

/** The row of a table. */
export function tableRow({table: {contract, sql}, features}: Subject) {
  return {
    table_name: contract.name,
    about_en: contract.about.en,
    about_zh: contract.about.zh,
    features: features.length,
    sql
  };
}
