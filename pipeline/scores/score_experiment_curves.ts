import {defineTable} from "#warehouse/contract.js";
import {defined} from "./defined.js";

export const scoreExperimentCurves = defineTable({
  name: "score_experiment_curves",
  about: {en: "ROC and gains curves of each experiment", zh: "各实验的ROC与增益曲线"},
  grain: ["experiment_id", "sample", "point"],
  columns: {
    experiment_id: defined("varchar", "id", "experiment"),
    sample: defined("varchar", "code", "experiment_sample"),
    point: defined("integer", "count", "curve_point"),
    called_share: defined("double", "share", "called_share"),
    hit_rate: defined("double", "share", "hit_rate"),
    false_alarm_rate: defined("double", "share", "false_alarm_rate")
  }
});
