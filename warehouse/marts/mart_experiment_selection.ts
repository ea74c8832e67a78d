import {defineMart} from "../contract.js";
import {mart, MODELLERS} from "./column.js";

const NULLABLE = {nullable: true} as const;

/** One row per experiment and candidate feature. */
export const martExperimentSelection = defineMart({
  name: "mart_experiment_selection",
  about: {en: "What became of each candidate feature of a scorecard", zh: "评分卡候选特征的筛选结果"},
  grain: ["experiment_id", "feature"],
  columns: {
    experiment_id: mart("varchar", "id", "experiment", MODELLERS),
    feature: mart("varchar", "code", "characteristic", MODELLERS),
    fate: mart("varchar", "code", "selection_fate", MODELLERS),
    iv: mart("double", "ratio", "characteristic_iv", MODELLERS, NULLABLE),
    value: mart("double", "ratio", "selection_value", MODELLERS, NULLABLE),
    limit_value: mart("double", "ratio", "selection_limit", MODELLERS, NULLABLE),
    other_feature: mart("varchar", "code", "selection_fate", MODELLERS, NULLABLE)
  }
});
