import {defineMart} from "../contract.js";
import {mart, MODELLERS} from "./column.js";

const NULLABLE = {nullable: true} as const;

/** One row per experiment, feature and bin. */
export const martCharacteristicBins = defineMart({
  name: "mart_characteristic_bins",
  about: {en: "The bins of each scorecard, with their points", zh: "各评分卡的分箱与分值"},
  grain: ["experiment_id", "feature", "bin_order"],
  columns: {
    experiment_id: mart("varchar", "id", "experiment", MODELLERS),
    feature: mart("varchar", "code", "characteristic", MODELLERS),
    bin_order: mart("integer", "count", "characteristic_bin", MODELLERS),
    kind: mart("varchar", "code", "characteristic_bin", MODELLERS),
    lower: mart("double", "ratio", "characteristic_bin", MODELLERS, NULLABLE),
    upper: mart("double", "ratio", "characteristic_bin", MODELLERS, NULLABLE),
    label: mart("varchar", "code", "characteristic_bin", MODELLERS, NULLABLE),
    observations: mart("bigint", "count", "sample_observations", MODELLERS),
    defaults: mart("bigint", "count", "sample_defaults", MODELLERS),
    odr: mart("double", "rate", "bin_rate", MODELLERS, NULLABLE),
    woe: mart("double", "ratio", "characteristic_woe", MODELLERS),
    points: mart("integer", "points", "characteristic_points", MODELLERS)
  }
});
