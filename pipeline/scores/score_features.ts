import {derived, maybe} from "#warehouse/column.js";
import {defineTable} from "#warehouse/contract.js";

export const scoreFeatures = defineTable({
  name: "score_features",
  about: {
    en: "What each feature is, how it is spread, and how it goes with default",
    zh: "特征定义、分布及与违约的关系"
  },
  grain: ["table_name", "feature"],
  columns: {
    table_name: derived("varchar", "code", {en: "Feature table", zh: "特征表"}),
    feature: derived("varchar", "code", {en: "Feature", zh: "特征"}),
    feature_order: derived("integer", "count", {en: "Place in its table", zh: "表内次序"}),
    column_type: derived("varchar", "code", {en: "Type of the column", zh: "字段类型"}),
    unit: derived("varchar", "code", {en: "Unit", zh: "单位"}),
    definition_en: derived("varchar", "text", {en: "Definition, in English", zh: "定义(英文)"}),
    definition_zh: derived("varchar", "text", {en: "Definition, in Chinese", zh: "定义(中文)"}),
    empty_en: derived("varchar", "text", {en: "What no value means, in English", zh: "缺失含义(英文)"}),
    empty_zh: derived("varchar", "text", {en: "What no value means, in Chinese", zh: "缺失含义(中文)"}),
    sources: derived("varchar", "code", {en: "Extracts whose facts move it", zh: "数据来源"}),
    safer: derived("varchar", "code", {en: "Which way is safer: higher, lower or neither", zh: "安全方向"}),
    observation_date: maybe("date", "date", {
      en: "Date of the spread; empty where the table has no rows",
      zh: "分布日期"
    }),
    rows: derived("bigint", "count", {en: "Obligors in the book on that date", zh: "当日在册债务人数"}),
    missing_share: maybe("double", "share", {en: "Share of them without a value", zh: "缺失率"}),
    zero_share: maybe("double", "share", {en: "Zeros among the values", zh: "零值占比"}),
    p5: maybe("double", "ratio", {en: "5 % of the values reach this far at most", zh: "5%分位数"}),
    p25: maybe("double", "ratio", {en: "Lower quartile", zh: "下四分位数"}),
    p50: maybe("double", "ratio", {en: "Median", zh: "中位数"}),
    p75: maybe("double", "ratio", {en: "Upper quartile", zh: "上四分位数"}),
    p95: maybe("double", "ratio", {en: "95 % of the values reach this far at most", zh: "95%分位数"}),
    base_date: maybe("date", "date", {en: "Date that the stability is measured against", zh: "稳定性基准日"}),
    psi: maybe("double", "ratio", {en: "Population stability index against the base", zh: "群体稳定性指标"}),
    psi_critical: maybe("double", "ratio", {en: "Its 95 % critical value", zh: "95%临界值"}),
    iv: maybe("double", "ratio", {en: "Information value; empty where no outcome is known", zh: "信息价值"}),
    iv_critical: maybe("double", "ratio", {en: "What chance exceeds once in twenty times", zh: "95%临界值"}),
    gini: maybe("double", "ratio", {en: "Gini of its bins; positive where higher is safer", zh: "分箱基尼系数"}),
    observations: derived("bigint", "count", {en: "Obligor dates with a known outcome", zh: "已知结果观测数"}),
    defaults: derived("bigint", "count", {en: "Defaults among them", zh: "违约数"})
  }
});
