import {derived, maybe} from "#warehouse/column.js";
import {defineTable} from "#warehouse/contract.js";

export const scoreFeatureBins = defineTable({
  name: "score_feature_bins",
  about: {en: "Defaults in each bin of each feature", zh: "特征分箱违约情况"},
  grain: ["table_name", "feature", "bin_order"],
  columns: {
    table_name: derived("varchar", "code", {en: "Feature table", zh: "特征表"}),
    feature: derived("varchar", "code", {en: "Feature", zh: "特征"}),
    bin_order: derived("integer", "count", {
      en: "Place of the bin, the lowest at 0, missing values last",
      zh: "分箱次序"
    }),
    lower: maybe("double", "ratio", {en: "Values above this; empty where open", zh: "下限(不含)"}),
    upper: maybe("double", "ratio", {en: "Values up to this; empty where open", zh: "上限(含)"}),
    is_missing: derived("boolean", "flag", {en: "The bin of missing values", zh: "缺失箱"}),
    observations: derived("bigint", "count", {en: "Obligor dates with a known outcome", zh: "已知结果观测数"}),
    defaults: derived("bigint", "count", {en: "Defaults among them", zh: "违约数"}),
    woe: derived("double", "ratio", {en: "Weight of evidence; positive is safer", zh: "证据权重;正值更安全"})
  }
});
