import {defineTable} from "#warehouse/contract.js";
import {defined} from "./defined.js";

export const scoreExperimentSpread = defineTable({
  name: "score_experiment_spread",
  about: {en: "How the PDs of each experiment are spread", zh: "各实验违约概率的分布"},
  grain: ["experiment_id", "sample", "class_order"],
  columns: {
    experiment_id: defined("varchar", "id", "experiment"),
    sample: defined("varchar", "code", "experiment_sample"),
    class_order: defined("integer", "count", "spread_pd"),
    lower_pd: defined("double", "probability", "spread_pd"),
    upper_pd: defined("double", "probability", "spread_pd"),
    observations: defined("bigint", "count", "sample_observations"),
    defaults: defined("bigint", "count", "sample_defaults")
  }
});
