import {defineTable} from "#warehouse/contract.js";
import {defined, maybeDefined} from "./defined.js";

export const scoreExperimentSelection = defineTable({
  name: "score_experiment_selection",
  about: {en: "What became of each candidate feature of a scorecard", zh: "评分卡候选特征的筛选结果"},
  grain: ["experiment_id", "feature"],
  columns: {
    experiment_id: defined("varchar", "id", "experiment"),
    feature: defined("varchar", "code", "characteristic"),
    fate: defined("varchar", "code", "selection_fate"),
    iv: maybeDefined("double", "ratio", "characteristic_iv"),
    value: maybeDefined("double", "ratio", "selection_value"),
    limit_value: maybeDefined("double", "ratio", "selection_limit"),
    other_feature: maybeDefined("varchar", "code", "selection_fate")
  }
});
