import {defineMart} from "../contract.js";
import {mart, MODELLERS} from "./column.js";

const NULLABLE = {nullable: true} as const;

/** One row per validated experiment, part of the sample and test. */
export const martValidationTests = defineMart({
  name: "mart_validation_tests",
  about: {en: "Tests of each validated experiment, with their verdicts", zh: "各已验证实验的检验与结论"},
  grain: ["experiment_id", "scope_kind", "scope", "test"],
  columns: {
    experiment_id: mart("varchar", "id", "experiment", MODELLERS),
    scope_kind: mart("varchar", "code", "test_scope", MODELLERS),
    scope: mart("varchar", "code", "test_scope", MODELLERS),
    test: mart("varchar", "code", "validation_test", MODELLERS),
    test_order: mart("integer", "count", "validation_test", MODELLERS),
    statistic: mart("double", "ratio", "test_statistic", MODELLERS, NULLABLE),
    value: mart("double", "ratio", "test_value", MODELLERS, NULLABLE),
    bound: mart("varchar", "code", "test_rule", MODELLERS),
    threshold: mart("double", "ratio", "test_threshold", MODELLERS),
    power: mart("double", "share", "test_power", MODELLERS, NULLABLE),
    verdict: mart("varchar", "code", "test_verdict", MODELLERS)
  }
});
