import {defineMart} from "../contract.js";
import {EVERYONE, RISK_ONLY, mart} from "./column.js";

/** One row per row that did not load: the latest fifty of each extract and rule. */
export const martQuarantineRows = defineMart({
  name: "mart_quarantine_rows",
  about: {en: "Rows that did not load, down to file, line and value", zh: "未入库行明细(文件、行号与原值)"},
  grain: ["extract", "batch_id", "source_file", "source_line"],
  columns: {
    extract: mart("varchar", "code", "extract", EVERYONE),
    rule: mart("varchar", "code", "quarantine_rule", EVERYONE),
    batch_id: mart("integer", "id", "batch", EVERYONE),
    source_file: mart("varchar", "text", "source_file", RISK_ONLY),
    source_line: mart("bigint", "count", "source_line", RISK_ONLY),
    column_name: mart("varchar", "code", "source_column", EVERYONE),
    value: mart("varchar", "text", "source_value", RISK_ONLY, {nullable: true})
  }
});
