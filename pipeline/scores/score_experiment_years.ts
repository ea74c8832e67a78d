import {defineTable} from "#warehouse/contract.js";
import {defined, maybeDefined} from "./defined.js";

export const scoreExperimentYears = defineTable({
  name: "score_experiment_years",
  about: {
    en: "Each experiment against what came, year by year, on rows that it had not learned from",
    zh: "各实验的逐年回测(未参与训练的观测)"
  },
  grain: ["experiment_id", "year"],
  columns: {
    experiment_id: defined("varchar", "id", "experiment"),
    year: defined("integer", "years", "stability_year"),
    sample: defined("varchar", "code", "experiment_sample"),
    observations: defined("bigint", "count", "sample_observations"),
    defaults: defined("bigint", "count", "sample_defaults"),
    expected_defaults: defined("double", "count", "year_expected"),
    mean_pd: defined("double", "probability", "group_pd"),
    odr: defined("double", "rate", "group_rate"),
    lower: defined("double", "rate", "group_interval"),
    upper: defined("double", "rate", "group_interval"),
    auc: maybeDefined("double", "ratio", "year_auc"),
    auc_lower: maybeDefined("double", "ratio", "year_auc"),
    auc_upper: maybeDefined("double", "ratio", "year_auc")
  }
});
