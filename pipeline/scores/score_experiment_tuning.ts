import {defineTable} from "#warehouse/contract.js";
import {defined, maybeDefined} from "./defined.js";

export const scoreExperimentTuning = defineTable({
  name: "score_experiment_tuning",
  about: {en: "How candidates fared when the training rows chose among them", zh: "训练样本选择参数的过程"},
  grain: ["experiment_id", "rung", "candidate"],
  columns: {
    experiment_id: defined("varchar", "id", "experiment"),
    rung: defined("integer", "count", "tuning_rung"),
    candidate: defined("integer", "count", "tuning_candidate"),
    obligor_share: defined("double", "share", "tuning_share"),
    options: defined("varchar", "text", "tuning_candidate"),
    loss: maybeDefined("double", "ratio", "tuning_loss"),
    is_winner: defined("boolean", "flag", "tuning_winner")
  }
});
