import {derived, maybe} from "#warehouse/column.js";
import {defineTable} from "#warehouse/contract.js";

export const scoreFeatureHistory = defineTable({
  name: "score_feature_history",
  about: {en: "How each feature was spread, year by year", zh: "特征分布逐年变化"},
  grain: ["table_name", "feature", "observation_date"],
  columns: {
    table_name: derived("varchar", "code", {en: "Feature table", zh: "特征表"}),
    feature: derived("varchar", "code", {en: "Feature", zh: "特征"}),
    observation_date: derived("date", "date", {en: "Observation date", zh: "观察日"}),
    rows: derived("bigint", "count", {en: "Obligors in the book", zh: "在册债务人数"}),
    missing_share: derived("double", "share", {en: "Share without a value", zh: "缺失率"}),
    p10: maybe("double", "ratio", {en: "First decile", zh: "10%分位数"}),
    p50: maybe("double", "ratio", {en: "Median", zh: "中位数"}),
    p90: maybe("double", "ratio", {en: "Last decile", zh: "90%分位数"}),
    psi: maybe("double", "ratio", {
      en: "Population stability index; empty at the base",
      zh: "群体稳定性指标;基准日为空"
    }),
    psi_critical: maybe("double", "ratio", {en: "Its 95 % critical value", zh: "95%临界值"})
  }
});
