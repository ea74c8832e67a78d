import {defineTable} from "#warehouse/contract.js";
import {defined} from "./defined.js";

export const scoreExperimentExclusions = defineTable({
  name: "score_experiment_exclusions",
  about: {en: "Rows that were left out of the training, by reason", zh: "未进入训练的观测及原因"},
  grain: ["experiment_id", "reason"],
  columns: {
    experiment_id: defined("varchar", "id", "experiment"),
    reason: defined("varchar", "code", "exclusion_reason"),
    rows: defined("bigint", "count", "exclusion_rows")
  }
});
