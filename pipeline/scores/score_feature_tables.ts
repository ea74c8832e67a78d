import {derived} from "#warehouse/column.js";
import {defineTable} from "#warehouse/contract.js";

export const scoreFeatureTables = defineTable({
  name: "score_feature_tables",
  about: {en: "Every feature table and the SQL that makes it", zh: "特征表及其SQL"},
  grain: ["table_name"],
  columns: {
    table_name: derived("varchar", "code", {en: "Feature table", zh: "特征表"}),
    about_en: derived("varchar", "text", {en: "What it is about, in English", zh: "内容(英文)"}),
    about_zh: derived("varchar", "text", {en: "What it is about, in Chinese", zh: "内容(中文)"}),
    features: derived("integer", "count", {en: "Features", zh: "特征数"}),
    sql: derived("varchar", "text", {en: "SQL that makes it", zh: "SQL"})
  }
});
