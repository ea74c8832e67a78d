import {derived, maybe} from "#warehouse/column.js";
import {defineTable} from "#warehouse/contract.js";

export const scoreRunInputs = defineTable({
  name: "score_run_inputs",
  about: {en: "What the run was made from", zh: "运行输入"},
  grain: ["kind", "name"],
  columns: {
    kind: derived("varchar", "code", {en: "Kind", zh: "类型"}),
    name: derived("varchar", "text", {en: "Name", zh: "名称"}),
    version: derived("varchar", "version", {en: "Content hash or version", zh: "版本"}),
    rows: maybe("bigint", "count", {en: "Rows, for extracts", zh: "行数"})
  }
});
