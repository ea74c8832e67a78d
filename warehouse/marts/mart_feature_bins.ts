import {defineMart} from "../contract.js";
import {EVERYONE, mart, RISK_ONLY} from "./column.js";

/** One row per feature and bin, the lowest values first and the missing ones last. */
export const martFeatureBins = defineMart({
  name: "mart_feature_bins",
  about: {en: "Defaults in each bin of each feature", zh: "特征分箱违约情况"},
  grain: ["table_name", "feature", "bin_order"],
  columns: {
    table_name: mart("varchar", "code", "feature_table", EVERYONE),
    feature: mart("varchar", "code", "feature", EVERYONE),
    bin_order: mart("integer", "count", "feature_bin", RISK_ONLY),
    lower: mart("double", "ratio", "feature_bin", RISK_ONLY, {nullable: true}),
    upper: mart("double", "ratio", "feature_bin", RISK_ONLY, {nullable: true}),
    is_missing: mart("boolean", "flag", "feature_bin", RISK_ONLY),
    observations: mart("bigint", "count", "feature_observations", RISK_ONLY),
    defaults: mart("bigint", "count", "feature_defaults", RISK_ONLY),
    odr: mart("double", "rate", "feature_bin_rate", RISK_ONLY, {nullable: true}),
    woe: mart("double", "ratio", "feature_woe", RISK_ONLY)
  }
});
