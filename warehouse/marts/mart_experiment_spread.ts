import {defineMart} from "../contract.js";
import {mart, MODELLERS} from "./column.js";

/** One row per experiment, sample and PD class. */
export const martExperimentSpread = defineMart({
  name: "mart_experiment_spread",
  about: {en: "How the PDs of each experiment are spread", zh: "各实验违约概率的分布"},
  grain: ["experiment_id", "sample", "class_order"],
  columns: {
    experiment_id: mart("varchar", "id", "experiment", MODELLERS),
    sample: mart("varchar", "code", "experiment_sample", MODELLERS),
    class_order: mart("integer", "count", "spread_pd", MODELLERS),
    lower_pd: mart("double", "probability", "spread_pd", MODELLERS),
    upper_pd: mart("double", "probability", "spread_pd", MODELLERS),
    observations: mart("bigint", "count", "sample_observations", MODELLERS),
    defaults: mart("bigint", "count", "sample_defaults", MODELLERS)
  }
});
