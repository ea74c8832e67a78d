import {derived, maybe} from "#warehouse/column.js";
import {defineTable} from "#warehouse/contract.js";

export const scoreModels = defineTable({
  name: "score_models",
  about: {en: "How well the PD model orders and levels", zh: "模型表现"},
  grain: ["model_id", "split", "metric"],
  columns: {
    model_id: derived("varchar", "id", {en: "Model", zh: "模型"}),
    split: derived("varchar", "code", {en: "Sample", zh: "样本"}),
    metric: derived("varchar", "code", {en: "Measure", zh: "指标"}),
    value: derived("double", "ratio", {en: "Value", zh: "数值"}),
    lower: maybe("double", "ratio", {en: "Lower end of the 95 % interval", zh: "下限"}),
    upper: maybe("double", "ratio", {en: "Upper end of the 95 % interval", zh: "上限"}),
    observations: derived("bigint", "count", {en: "Observations", zh: "观测数"}),
    events: derived("bigint", "count", {en: "Defaults", zh: "违约数"})
  }
});
