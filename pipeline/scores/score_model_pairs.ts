import {defineTable} from "#warehouse/contract.js";
import {defined, maybeDefined} from "./defined.js";

export const scoreModelPairs = defineTable({
  name: "score_model_pairs",
  about: {en: "Experiments side by side, on the rows that both gave a PD", zh: "两两对比的实验(共有样本)"},
  grain: ["first_id", "second_id"],
  columns: {
    first_id: defined("varchar", "id", "pair_first"),
    second_id: defined("varchar", "id", "pair_second"),
    sample: defined("varchar", "code", "experiment_sample"),
    observations: defined("bigint", "count", "sample_observations"),
    defaults: defined("bigint", "count", "sample_defaults"),
    first_auc: defined("double", "ratio", "pair_auc"),
    second_auc: defined("double", "ratio", "pair_auc"),
    difference: defined("double", "ratio", "pair_difference"),
    standard_error: defined("double", "ratio", "pair_error"),
    p_value: defined("double", "ratio", "pair_p"),
    detectable: defined("double", "ratio", "pair_detectable"),
    rank_correlation: maybeDefined("double", "ratio", "pair_correlation"),
    moved: defined("bigint", "count", "pair_moved"),
    moved_safer: defined("bigint", "count", "pair_safer"),
    moved_riskier: defined("bigint", "count", "pair_riskier")
  }
});
