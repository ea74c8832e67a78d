import {defineTable} from "#warehouse/contract.js";
import {defined, maybeDefined} from "./defined.js";

export const scoreExperiments = defineTable({
  name: "score_experiments",
  about: {en: "Every experiment of this source", zh: "本来源的全部实验"},
  grain: ["experiment_id"],
  columns: {
    experiment_id: defined("varchar", "id", "experiment"),
    experiment_order: defined("integer", "count", "experiment_order"),
    model: defined("varchar", "code", "experiment_model"),
    title_en: defined("varchar", "text", "experiment_title"),
    title_zh: defined("varchar", "text", "experiment_title"),
    purpose_en: defined("varchar", "text", "experiment_purpose"),
    purpose_zh: defined("varchar", "text", "experiment_purpose"),
    method: defined("varchar", "code", "experiment_method"),
    options: defined("varchar", "code", "experiment_options"),
    trained_date: defined("date", "date", "experiment_trained"),
    first_date: maybeDefined("date", "date", "experiment_period"),
    last_date: maybeDefined("date", "date", "experiment_period"),
    features: defined("integer", "count", "experiment_features"),
    seed: defined("bigint", "count", "experiment_seed"),
    spec_hash: defined("varchar", "version", "experiment_hash"),
    data_hash: defined("varchar", "version", "experiment_hash"),
    model_hash: defined("varchar", "version", "experiment_hash"),
    code_version: defined("varchar", "version", "experiment_hash"),
    fold_deviation: maybeDefined("double", "ratio", "fold_deviation"),
    is_champion: defined("boolean", "flag", "is_champion"),
    verdict: maybeDefined("varchar", "code", "test_verdict"),
    base_points: maybeDefined("integer", "points", "scorecard_scaling"),
    pdo: maybeDefined("double", "points", "scorecard_scaling"),
    base_score: maybeDefined("double", "points", "scorecard_scaling"),
    base_odds: maybeDefined("double", "ratio", "scorecard_scaling")
  }
});
