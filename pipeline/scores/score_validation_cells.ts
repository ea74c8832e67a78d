import {defineTable} from "#warehouse/contract.js";
import {defined, maybeDefined} from "./defined.js";

export const scoreValidationCells = defineTable({
  name: "score_validation_cells",
  about: {en: "What a validation saw: over all, by segment and by year", zh: "验证所见:整体、分细分与分年度"},
  grain: ["experiment_id", "scope_kind", "scope"],
  columns: {
    experiment_id: defined("varchar", "id", "experiment"),
    scope_kind: defined("varchar", "code", "test_scope"),
    scope: defined("varchar", "code", "test_scope"),
    scope_order: defined("integer", "count", "test_scope"),
    observations: defined("bigint", "count", "sample_observations"),
    defaults: defined("bigint", "count", "sample_defaults"),
    mean_pd: defined("double", "probability", "group_pd"),
    odr: defined("double", "rate", "group_rate"),
    auc: maybeDefined("double", "ratio", "experiment_value"),
    auc_lower: maybeDefined("double", "ratio", "experiment_interval"),
    auc_upper: maybeDefined("double", "ratio", "experiment_interval"),
    verdict: maybeDefined("varchar", "code", "test_verdict")
  }
});
