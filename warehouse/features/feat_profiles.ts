import {maybe, observationKey} from "../column.js";
import {defineTable} from "../contract.js";

export const featProfiles = defineTable({
  name: "feat_profiles",
  about: {en: "Who the obligor was, as known by then", zh: "债务人概况(截至观察日已知)"},
  grain: ["obligor_id", "observation_date"],
  columns: {
    ...observationKey,
    name: maybe("varchar", "text", {en: "Registered name", zh: "注册名称"}),
    registration_number: maybe("varchar", "id", {en: "Unified social credit code", zh: "统一社会信用代码"}),
    industry_code: maybe("varchar", "code", {en: "Industry, GB/T 4754-2017", zh: "行业代码"}),
    industry_section: maybe("varchar", "code", {en: "Section of the industry", zh: "行业门类"}),
    region: maybe("varchar", "code", {en: "Province-level division", zh: "省级行政区"}),
    employees: maybe("integer", "count", {en: "Employees", zh: "从业人员数"}),
    age_days: maybe("integer", "days", {en: "Days since foundation", zh: "成立天数"})
  }
});
