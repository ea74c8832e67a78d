import {derived, maybe, observationKey} from "../column.js";
import {defineTable} from "../contract.js";

export const scoreBook = defineTable({
  name: "score_book",
  about: {en: "The book at each observation date, as marts count it", zh: "各观察日组合明细,供集市汇总"},
  grain: ["obligor_id", "observation_date"],
  columns: {
    ...observationKey,
    is_yearly: derived("boolean", "flag", {en: "In the month of the yearly cohorts", zh: "是否年度观察日"}),
    grade: derived("varchar", "code", {en: "Grade; D in default", zh: "等级"}),
    grade_order: derived("integer", "count", {en: "Place on the master scale, safest at 0", zh: "等级次序"}),
    pd: maybe("double", "probability", {en: "12-month PD; empty in default", zh: "12个月违约概率"}),
    is_in_default: derived("boolean", "flag", {en: "In default", zh: "已违约"}),
    defaulted: maybe("boolean", "flag", {
      en: "Defaulted within the window; empty while unknown",
      zh: "表现期内是否违约"
    }),
    tier: maybe("varchar", "code", {en: "Tier; empty where the source has none", zh: "客户层级"}),
    contribution_score: maybe("double", "share", {en: "Contribution rank", zh: "贡献得分"}),
    potential_score: maybe("double", "share", {en: "Potential rank", zh: "潜力得分"}),
    risk_score: maybe("double", "share", {en: "Risk rank, safest at 1", zh: "风险得分"}),
    size_class: maybe("varchar", "code", {en: "Size class", zh: "企业规模"}),
    industry_section: maybe("varchar", "code", {en: "Section of the industry", zh: "行业门类"}),
    region: maybe("varchar", "code", {en: "Province-level division", zh: "省级行政区"}),
    drawn: maybe("decimal(18,2)", "currency", {en: "Principal outstanding", zh: "未偿本金"}),
    limit: maybe("decimal(18,2)", "currency", {en: "Limits in force", zh: "有效额度"})
  }
});
