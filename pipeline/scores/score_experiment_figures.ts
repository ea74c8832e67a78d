import {defineTable} from "#warehouse/contract.js";
import {defined, maybeDefined} from "./defined.js";

export const scoreExperimentFigures = defineTable({
  name: "score_experiment_figures",
  about: {en: "How well each experiment orders and levels, by sample", zh: "各实验在各样本上的区分与校准"},
  grain: ["experiment_id", "sample", "metric"],
  columns: {
    experiment_id: defined("varchar", "id", "experiment"),
    sample: defined("varchar", "code", "experiment_sample"),
    metric: defined("varchar", "code", "experiment_metric"),
    value: defined("double", "ratio", "experiment_value"),
    lower: maybeDefined("double", "ratio", "experiment_interval"),
    upper: maybeDefined("double", "ratio", "experiment_interval"),
    observations: defined("bigint", "count", "sample_observations"),
    defaults: defined("bigint", "count", "sample_defaults")
  }
});
