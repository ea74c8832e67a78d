import {derived} from "#warehouse/column.js";
import {defineTable} from "#warehouse/contract.js";

export const scoreRunSteps = defineTable({
  name: "score_run_steps",
  about: {en: "Row counts of each step", zh: "各步骤行数"},
  grain: ["step", "table_name"],
  columns: {
    step: derived("varchar", "code", {en: "Step", zh: "步骤"}),
    table_name: derived("varchar", "text", {en: "Table", zh: "表"}),
    rows: derived("bigint", "count", {en: "Rows", zh: "行数"})
  }
});
