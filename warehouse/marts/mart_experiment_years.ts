import {defineMart} from "../contract.js";
import {mart, MODELLERS} from "./column.js";

const NULLABLE = {nullable: true} as const;

/** One row per experiment and year. */
export const martExperimentYears = defineMart({
  name: "mart_experiment_years",
  about: {
    en: "Each experiment against what came, year by year, on rows that it had not learned from",
    zh: "各实验的逐年回测(未参与训练的观测)"
  },
  grain: ["experiment_id", "year"],
  columns: {
    experiment_id: mart("varchar", "id", "experiment", MODELLERS),
    year: mart("integer", "years", "stability_year", MODELLERS),
    sample: mart("varchar", "code", "experiment_sample", MODELLERS),
    observations: mart("bigint", "count", "sample_observations", MODELLERS),
    defaults: mart("bigint", "count", "sample_defaults", MODELLERS),
    expected_defaults: mart("double", "count", "year_expected", MODELLERS),
    mean_pd: mart("double", "probability", "group_pd", MODELLERS),
    odr: mart("double", "rate", "group_rate", MODELLERS),
    lower: mart("double", "rate", "group_interval", MODELLERS),
    upper: mart("double", "rate", "group_interval", MODELLERS),
    auc: mart("double", "ratio", "year_auc", MODELLERS, NULLABLE),
    auc_lower: mart("double", "ratio", "year_auc", MODELLERS, NULLABLE),
    auc_upper: mart("double", "ratio", "year_auc", MODELLERS, NULLABLE)
  }
});
