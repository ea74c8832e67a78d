import {defineMart} from "../contract.js";
import {mart, MODELLERS} from "./column.js";

const NULLABLE = {nullable: true} as const;

/** One row per validated experiment, and part of the sample. */
export const martValidationCells = defineMart({
  name: "mart_validation_cells",
  about: {en: "What a validation saw: over all, by segment and by year", zh: "验证所见:整体、分细分与分年度"},
  grain: ["experiment_id", "scope_kind", "scope"],
  columns: {
    experiment_id: mart("varchar", "id", "experiment", MODELLERS),
    scope_kind: mart("varchar", "code", "test_scope", MODELLERS),
    scope: mart("varchar", "code", "test_scope", MODELLERS),
    scope_order: mart("integer", "count", "test_scope", MODELLERS),
    observations: mart("bigint", "count", "sample_observations", MODELLERS),
    defaults: mart("bigint", "count", "sample_defaults", MODELLERS),
    mean_pd: mart("double", "probability", "group_pd", MODELLERS),
    odr: mart("double", "rate", "group_rate", MODELLERS),
    auc: mart("double", "ratio", "experiment_value", MODELLERS, NULLABLE),
    auc_lower: mart("double", "ratio", "experiment_interval", MODELLERS, NULLABLE),
    auc_upper: mart("double", "ratio", "experiment_interval", MODELLERS, NULLABLE),
    verdict: mart("varchar", "code", "test_verdict", MODELLERS, NULLABLE)
  }
});
