import {defineMart} from "../contract.js";
import {EVERYONE, mart} from "./column.js";

/** One row per extract, rule and column. */
export const martQuarantineRules = defineMart({
  name: "mart_quarantine_rules",
  about: {en: "Rows that did not load, by rule", zh: "未入库行(按规则)"},
  grain: ["extract", "rule", "column_name"],
  columns: {
    extract: mart("varchar", "code", "extract", EVERYONE),
    rule: mart("varchar", "code", "quarantine_rule", EVERYONE),
    column_name: mart("varchar", "code", "source_column", EVERYONE),
    rows: mart("bigint", "count", "rows_not_loaded", EVERYONE),
    replayed: mart("bigint", "count", "rows_replayed", EVERYONE),
    latest_batch: mart("integer", "id", "batch", EVERYONE)
  }
});
