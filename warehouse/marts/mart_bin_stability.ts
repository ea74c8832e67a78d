import {defineMart} from "../contract.js";
import {mart, MODELLERS} from "./column.js";

const NULLABLE = {nullable: true} as const;

/** One row per experiment, feature, bin and year. */
export const martBinStability = defineMart({
  name: "mart_bin_stability",
  about: {en: "How the bins of each scorecard stood, year by year", zh: "各评分卡分箱的逐年表现"},
  grain: ["experiment_id", "feature", "bin_order", "year"],
  columns: {
    experiment_id: mart("varchar", "id", "experiment", MODELLERS),
    feature: mart("varchar", "code", "characteristic", MODELLERS),
    bin_order: mart("integer", "count", "characteristic_bin", MODELLERS),
    year: mart("integer", "years", "stability_year", MODELLERS),
    observations: mart("bigint", "count", "sample_observations", MODELLERS),
    defaults: mart("bigint", "count", "sample_defaults", MODELLERS),
    share: mart("double", "share", "bin_share", MODELLERS),
    odr: mart("double", "rate", "bin_rate", MODELLERS, NULLABLE),
    psi: mart("double", "ratio", "bin_psi", MODELLERS, NULLABLE),
    psi_critical: mart("double", "ratio", "bin_psi_critical", MODELLERS, NULLABLE),
    is_crossed: mart("boolean", "flag", "bin_crossed", MODELLERS)
  }
});
