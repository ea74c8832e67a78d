import {defineMart} from "../contract.js";
import {EVERYONE, mart, MODELLERS} from "./column.js";

/** One row per feature and bin, the lowest values first and the missing ones last. */
export const martFeatureBins = defineMart({
  name: "mart_feature_bins",
  about: {en: "Defaults in each bin of each feature", zh: "特征分箱违约情况"},
  grain: ["table_name", "feature", "bin_order"],
  columns: {
    table_name: mart("varchar", "code", "feature_table", EVERYONE),
    feature: mart("varchar", "code", "feature", EVERYONE),
    bin_order: mart("integer", "count", "feature_bin", MODELLERS),
    lower: mart("double", "ratio", "feature_bin", MODELLERS, {nullable: true}),
    upper: mart("double", "ratio", "feature_bin", MODELLERS, {nullable: true}),
    is_missing: mart("boolean", "flag", "feature_bin", MODELLERS),
    observations: mart("bigint", "count", "feature_observations", MODELLERS),
    defaults: mart("bigint", "count", "feature_defaults", MODELLERS),
    odr: mart("double", "rate", "feature_bin_rate", MODELLERS, {nullable: true}),
    woe: mart("double", "ratio", "feature_woe", MODELLERS)
  }
});
