import {defineMart} from "../contract.js";
import {EVERYONE, mart, MODELLERS} from "./column.js";

const NULLABLE = {nullable: true} as const;

/** One row per experiment of the source. What a model is called, and for, is no secret. */
export const martExperiments = defineMart({
  name: "mart_experiments",
  about: {en: "Every experiment of this source", zh: "本来源的全部实验"},
  grain: ["experiment_id"],
  columns: {
    experiment_id: mart("varchar", "id", "experiment", MODELLERS),
    experiment_order: mart("integer", "count", "experiment_order", MODELLERS),
    model: mart("varchar", "code", "experiment_model", MODELLERS),
    title_en: mart("varchar", "text", "experiment_title", EVERYONE),
    title_zh: mart("varchar", "text", "experiment_title", EVERYONE),
    purpose_en: mart("varchar", "text", "experiment_purpose", EVERYONE),
    purpose_zh: mart("varchar", "text", "experiment_purpose", EVERYONE),
    method: mart("varchar", "code", "experiment_method", MODELLERS),
    options: mart("varchar", "code", "experiment_options", MODELLERS),
    trained_date: mart("date", "date", "experiment_trained", MODELLERS),
    first_date: mart("date", "date", "experiment_period", MODELLERS, NULLABLE),
    last_date: mart("date", "date", "experiment_period", MODELLERS, NULLABLE),
    features: mart("integer", "count", "experiment_features", MODELLERS),
    seed: mart("bigint", "count", "experiment_seed", MODELLERS),
    spec_hash: mart("varchar", "version", "experiment_hash", MODELLERS),
    data_hash: mart("varchar", "version", "experiment_hash", MODELLERS),
    model_hash: mart("varchar", "version", "experiment_hash", MODELLERS),
    code_version: mart("varchar", "version", "experiment_hash", MODELLERS),
    fold_deviation: mart("double", "ratio", "fold_deviation", MODELLERS, NULLABLE),
    is_champion: mart("boolean", "flag", "is_champion", MODELLERS),
    verdict: mart("varchar", "code", "test_verdict", MODELLERS, NULLABLE),
    base_points: mart("integer", "points", "scorecard_scaling", MODELLERS, NULLABLE),
    pdo: mart("double", "points", "scorecard_scaling", MODELLERS, NULLABLE),
    base_score: mart("double", "points", "scorecard_scaling", MODELLERS, NULLABLE),
    base_odds: mart("double", "ratio", "scorecard_scaling", MODELLERS, NULLABLE)
  }
});
