import {defineMart} from "../contract.js";
import {EVERYONE, mart, RISK_ONLY} from "./column.js";

const NULLABLE = {nullable: true} as const;

/** One row per feature: what it is, how it is spread at the latest yearly date, and how it alone goes with default. */
export const martFeatures = defineMart({
  name: "mart_features",
  about: {
    en: "Every feature: definition, spread, stability and relation to default",
    zh: "特征目录:定义、分布、稳定性及与违约的关系"
  },
  grain: ["table_name", "feature"],
  columns: {
    table_name: mart("varchar", "code", "feature_table", EVERYONE),
    feature: mart("varchar", "code", "feature", EVERYONE),
    feature_order: mart("integer", "count", "feature_order", EVERYONE),
    column_type: mart("varchar", "code", "feature_unit", EVERYONE),
    unit: mart("varchar", "code", "feature_unit", EVERYONE),
    definition_en: mart("varchar", "text", "feature_definition", EVERYONE),
    definition_zh: mart("varchar", "text", "feature_definition", EVERYONE),
    empty_en: mart("varchar", "text", "feature_empty", EVERYONE),
    empty_zh: mart("varchar", "text", "feature_empty", EVERYONE),
    sources: mart("varchar", "code", "feature_sources", EVERYONE),
    safer: mart("varchar", "code", "feature_direction", EVERYONE),
    observation_date: mart("date", "date", "observation_date", RISK_ONLY, NULLABLE),
    rows: mart("bigint", "count", "feature_rows", RISK_ONLY),
    missing_share: mart("double", "share", "feature_missing_share", RISK_ONLY, NULLABLE),
    zero_share: mart("double", "share", "feature_zero_share", RISK_ONLY, NULLABLE),
    p5: mart("double", "ratio", "feature_quantile", RISK_ONLY, NULLABLE),
    p25: mart("double", "ratio", "feature_quantile", RISK_ONLY, NULLABLE),
    p50: mart("double", "ratio", "feature_quantile", RISK_ONLY, NULLABLE),
    p75: mart("double", "ratio", "feature_quantile", RISK_ONLY, NULLABLE),
    p95: mart("double", "ratio", "feature_quantile", RISK_ONLY, NULLABLE),
    base_date: mart("date", "date", "feature_base_date", RISK_ONLY, NULLABLE),
    psi: mart("double", "ratio", "feature_psi", RISK_ONLY, NULLABLE),
    psi_critical: mart("double", "ratio", "feature_psi_critical", RISK_ONLY, NULLABLE),
    iv: mart("double", "ratio", "feature_iv", RISK_ONLY, NULLABLE),
    iv_critical: mart("double", "ratio", "feature_iv_critical", RISK_ONLY, NULLABLE),
    gini: mart("double", "ratio", "feature_gini", RISK_ONLY, NULLABLE),
    observations: mart("bigint", "count", "feature_observations", RISK_ONLY),
    defaults: mart("bigint", "count", "feature_defaults", RISK_ONLY)
  }
});
