import {defineMart} from "../contract.js";
import {EVERYONE, RISK_ONLY, mart} from "./column.js";

/** One row per control total. */
export const martQualityControls = defineMart({
  name: "mart_quality_controls",
  about: {en: "Control totals, declared and computed", zh: "控制总数核对"},
  grain: ["batch_id", "extract", "source_file", "control", "column_name"],
  columns: {
    batch_id: mart("integer", "id", "batch", EVERYONE),
    extract: mart("varchar", "code", "extract", EVERYONE),
    source_file: mart("varchar", "text", "source_file", RISK_ONLY),
    control: mart("varchar", "code", "control", EVERYONE),
    column_name: mart("varchar", "code", "source_column", EVERYONE),
    declared: mart("varchar", "code", "control_declared", EVERYONE),
    computed: mart("varchar", "code", "control_computed", EVERYONE),
    is_reconciled: mart("boolean", "flag", "is_reconciled", EVERYONE)
  }
});
