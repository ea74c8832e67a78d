import {defineMart} from "../contract.js";
import {mart, MODELLERS} from "./column.js";

const NULLABLE = {nullable: true} as const;

/** One row per experiment, sample and measure. */
export const martExperimentFigures = defineMart({
  name: "mart_experiment_figures",
  about: {en: "How well each experiment orders and levels, by sample", zh: "各实验在各样本上的区分与校准"},
  grain: ["experiment_id", "sample", "metric"],
  columns: {
    experiment_id: mart("varchar", "id", "experiment", MODELLERS),
    sample: mart("varchar", "code", "experiment_sample", MODELLERS),
    metric: mart("varchar", "code", "experiment_metric", MODELLERS),
    value: mart("double", "ratio", "experiment_value", MODELLERS),
    lower: mart("double", "ratio", "experiment_interval", MODELLERS, NULLABLE),
    upper: mart("double", "ratio", "experiment_interval", MODELLERS, NULLABLE),
    observations: mart("bigint", "count", "sample_observations", MODELLERS),
    defaults: mart("bigint", "count", "sample_defaults", MODELLERS)
  }
});
