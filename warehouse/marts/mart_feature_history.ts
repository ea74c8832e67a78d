import {defineMart} from "../contract.js";
import {EVERYONE, mart, MODELLERS} from "./column.js";

const NULLABLE = {nullable: true} as const;

/** One row per feature and yearly observation date. */
export const martFeatureHistory = defineMart({
  name: "mart_feature_history",
  about: {en: "How each feature was spread, year by year", zh: "特征分布逐年变化"},
  grain: ["table_name", "feature", "observation_date"],
  columns: {
    table_name: mart("varchar", "code", "feature_table", EVERYONE),
    feature: mart("varchar", "code", "feature", EVERYONE),
    observation_date: mart("date", "date", "observation_date", MODELLERS),
    rows: mart("bigint", "count", "feature_rows", MODELLERS),
    missing_share: mart("double", "share", "feature_missing_share", MODELLERS),
    p10: mart("double", "ratio", "feature_quantile", MODELLERS, NULLABLE),
    p50: mart("double", "ratio", "feature_quantile", MODELLERS, NULLABLE),
    p90: mart("double", "ratio", "feature_quantile", MODELLERS, NULLABLE),
    psi: mart("double", "ratio", "feature_psi", MODELLERS, NULLABLE),
    psi_critical: mart("double", "ratio", "feature_psi_critical", MODELLERS, NULLABLE)
  }
});
