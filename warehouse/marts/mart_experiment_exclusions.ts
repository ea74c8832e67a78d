import {defineMart} from "../contract.js";
import {mart, MODELLERS} from "./column.js";

/** One row per experiment and reason. */
export const martExperimentExclusions = defineMart({
  name: "mart_experiment_exclusions",
  about: {en: "Rows that were left out of the training, by reason", zh: "未进入训练的观测及原因"},
  grain: ["experiment_id", "reason"],
  columns: {
    experiment_id: mart("varchar", "id", "experiment", MODELLERS),
    reason: mart("varchar", "code", "exclusion_reason", MODELLERS),
    rows: mart("bigint", "count", "exclusion_rows", MODELLERS)
  }
});
