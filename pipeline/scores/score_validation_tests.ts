import {defineTable} from "#warehouse/contract.js";
import {defined, maybeDefined} from "./defined.js";

export const scoreValidationTests = defineTable({
  name: "score_validation_tests",
  about: {en: "Tests of each validated experiment, with their verdicts", zh: "各已验证实验的检验与结论"},
  grain: ["experiment_id", "scope_kind", "scope", "test"],
  columns: {
    experiment_id: defined("varchar", "id", "experiment"),
    scope_kind: defined("varchar", "code", "test_scope"),
    scope: defined("varchar", "code", "test_scope"),
    test: defined("varchar", "code", "validation_test"),
    test_order: defined("integer", "count", "validation_test"),
    statistic: maybeDefined("double", "ratio", "test_statistic"),
    value: maybeDefined("double", "ratio", "test_value"),
    bound: defined("varchar", "code", "test_rule"),
    threshold: defined("double", "ratio", "test_threshold"),
    power: maybeDefined("double", "share", "test_power"),
    verdict: defined("varchar", "code", "test_verdict")
  }
});
