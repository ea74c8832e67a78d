import {defineMart} from "../contract.js";
import {EVERYONE, RISK_ONLY, mart} from "./column.js";

/** One row per check. */
export const martQualityChecks = defineMart({
  name: "mart_quality_checks",
  about: {en: "Checks of the data in force", zh: "数据检查及结论"},
  grain: ["check_id"],
  columns: {
    check_id: mart("varchar", "code", "check", EVERYONE),
    extract: mart("varchar", "code", "extract", EVERYONE),
    column_name: mart("varchar", "code", "source_column", EVERYONE),
    kind: mart("varchar", "code", "check_kind", EVERYONE),
    severity: mart("varchar", "code", "severity", EVERYONE),
    verdict: mart("varchar", "code", "verdict", EVERYONE),
    measured: mart("double", "ratio", "measured", EVERYONE, {nullable: true}),
    tolerated: mart("double", "ratio", "tolerated", EVERYONE, {nullable: true}),
    rows_checked: mart("integer", "count", "rows_checked", EVERYONE),
    rows_failing: mart("integer", "count", "rows_failing", EVERYONE),
    compared: mart("varchar", "text", "compared", EVERYONE, {nullable: true}),
    places: mart("varchar", "text", "failing_places", RISK_ONLY, {nullable: true})
  }
});
