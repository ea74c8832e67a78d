import {maybe, observationKey} from "../column.js";
import {defineTable} from "../contract.js";
import {featureFrom} from "../feature.js";

const profile = featureFrom("obligors");
const NO_VERSION = {en: "Nothing of the obligor was known by then", zh: "当时尚无该债务人资料"};

export const featProfiles = defineTable({
  name: "feat_profiles",
  about: {en: "Who the obligor was, as known by then", zh: "债务人概况(截至观察日已知)"},
  grain: ["obligor_id", "observation_date"],
  reach: "others",
  columns: {
    ...observationKey,
    name: maybe("varchar", "text", {en: "Registered name", zh: "注册名称"}),
    registration_number: maybe("varchar", "id", {en: "Unified social credit code", zh: "统一社会信用代码"}),
    industry_code: maybe("varchar", "code", {en: "Industry, GB/T 4754-2017", zh: "行业代码"}),
    industry_section: maybe("varchar", "code", {en: "Section of the industry", zh: "行业门类"}),
    region: maybe("varchar", "code", {en: "Province-level division", zh: "省级行政区"}),
    employees: profile("integer", "count", {
      about: {en: "Employees", zh: "从业人员数"},
      empty: {en: "The number was not known by then", zh: "当时人数未知"},
      safer: "higher"
    }),
    employees_growth_rate: profile("double", "rate", {
      about: {
        en: "Employees against those known twelve months before: change to the number then",
        zh: "从业人员数较十二个月前已知人数的增长率"
      },
      empty: {
        en: "One of the two numbers was not known, or the earlier was zero",
        zh: "两个时点之一人数未知或期初为零"
      },
      safer: "neither"
    }),
    age_days: profile("integer", "days", {
      about: {en: "Days since foundation", zh: "成立天数"},
      empty: {en: "The day of foundation is not known, or lies ahead", zh: "成立日期未知或尚未到来"},
      safer: "higher"
    }),
    age_at_onboarding_days: profile("integer", "days", {
      about: {en: "Days from foundation until the bank took the obligor on", zh: "成立至建立信贷关系的天数"},
      empty: {
        en: "One of the two days is not known, or the bank has not taken it on yet",
        zh: "两个日期之一未知,或尚未建立信贷关系"
      },
      safer: "higher"
    }),
    profile_age_days: profile("integer", "days", {
      about: {en: "Days since the first day on which the facts in force held", zh: "现行资料版本生效至今天数"},
      empty: NO_VERSION,
      safer: "neither"
    }),
    is_high_tech: profile("boolean", "flag", {
      about: {en: "Holds the qualification of a high-tech enterprise", zh: "是否高新技术企业"},
      empty: {en: "Qualifications are not known", zh: "资质未知"},
      safer: "higher"
    }),
    is_specialised_sme: profile("boolean", "flag", {
      about: {en: "Holds the qualification of a specialised SME", zh: "是否专精特新企业"},
      empty: {en: "Qualifications are not known", zh: "资质未知"},
      safer: "higher"
    }),
    is_state_owned: profile("boolean", "flag", {
      about: {en: "Owned by the state", zh: "是否国有"},
      empty: {en: "Ownership is not known", zh: "所有制性质未知"},
      safer: "higher"
    }),
    is_foreign_owned: profile("boolean", "flag", {
      about: {en: "Owned from abroad", zh: "是否外资"},
      empty: {en: "Ownership is not known", zh: "所有制性质未知"},
      safer: "neither"
    }),
    is_listed: profile("boolean", "flag", {
      about: {en: "Listed on an exchange", zh: "是否上市"},
      empty: {en: "Ownership is not known", zh: "所有制性质未知"},
      safer: "higher"
    }),
    has_parent: profile("boolean", "flag", {
      about: {en: "A controlling owner is known", zh: "是否已知控股股东"},
      empty: NO_VERSION,
      safer: "neither"
    }),
    group_members: profile("bigint", "count", {
      about: {
        en: "Obligors in the bank's group of connected clients, itself among them, as known by then",
        zh: "所属集团客户的已知成员数(含本户)"
      },
      empty: {en: "The bank kept no group for it by then", zh: "当时未归入任何集团客户"},
      safer: "neither"
    }),
    controlled_obligors: profile("bigint", "count", {
      about: {en: "Other obligors whose controlling owner it is, as known by then", zh: "已知由其控股的其他债务人数"},
      empty: NO_VERSION,
      safer: "neither"
    }),
    name_changes: profile("bigint", "count", {
      about: {
        en: "Changes of the registered name that became known in 24 months",
        zh: "近二十四个月获知的注册名称变更次数"
      },
      empty: NO_VERSION,
      safer: "lower"
    }),
    industry_changes: profile("bigint", "count", {
      about: {
        en: "Changes of the industry code that became known in 24 months",
        zh: "近二十四个月获知的行业代码变更次数"
      },
      empty: NO_VERSION,
      safer: "lower"
    }),
    owner_changes: profile("bigint", "count", {
      about: {
        en: "Changes of ownership or of the controlling owner that became known in 24 months",
        zh: "近二十四个月获知的所有制或控股股东变更次数"
      },
      empty: NO_VERSION,
      safer: "lower"
    })
  }
});
