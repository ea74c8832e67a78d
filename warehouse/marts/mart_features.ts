import {defineMart} from "../contract.js";
import {EVERYONE, mart, MODELLERS} from "./column.js";

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
    observation_date: mart("date", "date", "observation_date", MODELLERS, NULLABLE),
    rows: mart("bigint", "count", "feature_rows", MODELLERS),
    missing_share: mart("double", "share", "feature_missing_share", MODELLERS, NULLABLE),
    zero_share: mart("double", "share", "feature_zero_share", MODELLERS, NULLABLE),
    p5: mart("double", "ratio", "feature_quantile", MODELLERS, NULLABLE),
    p25: mart("double", "ratio", "feature_quantile", MODELLERS, NULLABLE),
    p50: mart("double", "ratio", "feature_quantile", MODELLERS, NULLABLE),
    p75: mart("double", "ratio", "feature_quantile", MODELLERS, NULLABLE),
    p95: mart("double", "ratio", "feature_quantile", MODELLERS, NULLABLE),
    base_date: mart("date", "date", "feature_base_date", MODELLERS, NULLABLE),
    psi: mart("double", "ratio", "feature_psi", MODELLERS, NULLABLE),
    psi_critical: mart("double", "ratio", "feature_psi_critical", MODELLERS, NULLABLE),
    iv: mart("double", "ratio", "feature_iv", MODELLERS, NULLABLE),
    iv_critical: mart("double", "ratio", "feature_iv_critical", MODELLERS, NULLABLE),
    gini: mart("double", "ratio", "feature_gini", MODELLERS, NULLABLE),
    observations: mart("bigint", "count", "feature_observations", MODELLERS),
    defaults: mart("bigint", "count", "feature_defaults", MODELLERS)
  }
});
