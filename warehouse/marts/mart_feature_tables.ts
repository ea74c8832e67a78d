import {defineMart} from "../contract.js";
import {EVERYONE, mart} from "./column.js";

/** One row per feature table. */
export const martFeatureTables = defineMart({
  name: "mart_feature_tables",
  about: {en: "Every feature table and the SQL that makes it", zh: "特征表及其SQL"},
  grain: ["table_name"],
  columns: {
    table_name: mart("varchar", "code", "feature_table", EVERYONE),
    about_en: mart("varchar", "text", "feature_definition", EVERYONE),
    about_zh: mart("varchar", "text", "feature_definition", EVERYONE),
    features: mart("integer", "count", "feature_count", EVERYONE),
    sql: mart("varchar", "text", "feature_sql", EVERYONE)
  }
});
