import {defineTable} from "#warehouse/contract.js";
import {defined, maybeDefined} from "./defined.js";

export const scoreExperimentGroups = defineTable({
  name: "score_experiment_groups",
  about: {en: "Calibration and gains of each experiment, by tenth", zh: "各实验按十分位的校准与增益"},
  grain: ["experiment_id", "sample", "part"],
  columns: {
    experiment_id: defined("varchar", "id", "experiment"),
    sample: defined("varchar", "code", "experiment_sample"),
    part: defined("integer", "count", "group_part"),
    observations: defined("bigint", "count", "sample_observations"),
    defaults: defined("bigint", "count", "sample_defaults"),
    mean_pd: defined("double", "probability", "group_pd"),
    odr: defined("double", "rate", "group_rate"),
    lower: defined("double", "rate", "group_interval"),
    upper: defined("double", "rate", "group_interval"),
    captured_share: maybeDefined("double", "share", "captured_share")
  }
});
