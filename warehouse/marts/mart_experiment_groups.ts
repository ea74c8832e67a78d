import {defineMart} from "../contract.js";
import {mart, MODELLERS} from "./column.js";

const NULLABLE = {nullable: true} as const;

/** One row per experiment, sample and tenth of the observations. */
export const martExperimentGroups = defineMart({
  name: "mart_experiment_groups",
  about: {en: "Calibration and gains of each experiment, by tenth", zh: "各实验按十分位的校准与增益"},
  grain: ["experiment_id", "sample", "part"],
  columns: {
    experiment_id: mart("varchar", "id", "experiment", MODELLERS),
    sample: mart("varchar", "code", "experiment_sample", MODELLERS),
    part: mart("integer", "count", "group_part", MODELLERS),
    observations: mart("bigint", "count", "sample_observations", MODELLERS),
    defaults: mart("bigint", "count", "sample_defaults", MODELLERS),
    mean_pd: mart("double", "probability", "group_pd", MODELLERS),
    odr: mart("double", "rate", "group_rate", MODELLERS),
    lower: mart("double", "rate", "group_interval", MODELLERS),
    upper: mart("double", "rate", "group_interval", MODELLERS),
    captured_share: mart("double", "share", "captured_share", MODELLERS, NULLABLE)
  }
});
