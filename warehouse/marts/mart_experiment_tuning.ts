import {defineMart} from "../contract.js";
import {mart, MODELLERS} from "./column.js";

const NULLABLE = {nullable: true} as const;

/** One row per experiment, rung and candidate. */
export const martExperimentTuning = defineMart({
  name: "mart_experiment_tuning",
  about: {en: "How candidates fared when the training rows chose among them", zh: "训练样本选择参数的过程"},
  grain: ["experiment_id", "rung", "candidate"],
  columns: {
    experiment_id: mart("varchar", "id", "experiment", MODELLERS),
    rung: mart("integer", "count", "tuning_rung", MODELLERS),
    candidate: mart("integer", "count", "tuning_candidate", MODELLERS),
    obligor_share: mart("double", "share", "tuning_share", MODELLERS),
    options: mart("varchar", "text", "tuning_candidate", MODELLERS),
    loss: mart("double", "ratio", "tuning_loss", MODELLERS, NULLABLE),
    is_winner: mart("boolean", "flag", "tuning_winner", MODELLERS)
  }
});
