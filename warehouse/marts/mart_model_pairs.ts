import {defineMart} from "../contract.js";
import {mart, MODELLERS} from "./column.js";

const NULLABLE = {nullable: true} as const;

/** One row per pair of experiments. */
export const martModelPairs = defineMart({
  name: "mart_model_pairs",
  about: {en: "Experiments side by side, on the rows that both gave a PD", zh: "两两对比的实验(共有样本)"},
  grain: ["first_id", "second_id"],
  columns: {
    first_id: mart("varchar", "id", "pair_first", MODELLERS),
    second_id: mart("varchar", "id", "pair_second", MODELLERS),
    sample: mart("varchar", "code", "experiment_sample", MODELLERS),
    observations: mart("bigint", "count", "sample_observations", MODELLERS),
    defaults: mart("bigint", "count", "sample_defaults", MODELLERS),
    first_auc: mart("double", "ratio", "pair_auc", MODELLERS),
    second_auc: mart("double", "ratio", "pair_auc", MODELLERS),
    difference: mart("double", "ratio", "pair_difference", MODELLERS),
    standard_error: mart("double", "ratio", "pair_error", MODELLERS),
    p_value: mart("double", "ratio", "pair_p", MODELLERS),
    detectable: mart("double", "ratio", "pair_detectable", MODELLERS),
    rank_correlation: mart("double", "ratio", "pair_correlation", MODELLERS, NULLABLE),
    moved: mart("bigint", "count", "pair_moved", MODELLERS),
    moved_safer: mart("bigint", "count", "pair_safer", MODELLERS),
    moved_riskier: mart("bigint", "count", "pair_riskier", MODELLERS)
  }
});
