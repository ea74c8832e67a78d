import {defineExtract} from "#warehouse/contract.js";
import {code, count, date, id, identity, text} from "./column.js";

/** Legal entities that owe, or ask to; effective-dated: a change is a new row with a later `valid_from`. */
export const obligors = defineExtract({
  name: "obligors",
  about: {en: "Legal entities that owe", zh: "债务人(法人主体)"},
  grain: ["obligor_id", "valid_from"],
  dates: {event: "valid_from", published: "published_date", mayBeAnnounced: true},
  columns: {
    obligor_id: id(identity, {en: "Number of the obligor in the bank's systems", zh: "债务人编号"}),
    valid_from: date(identity, {en: "First day on which this version of the facts holds", zh: "版本生效日"}),
    published_date: date(identity, {en: "Day on which this version became known", zh: "获知日期"}),
    name: text(identity, {en: "Registered name", zh: "注册名称"}, {nullable: true}),
    registration_number: id(
      identity,
      {en: "Unified social credit code (GB 32100-2015), or the register's own number", zh: "统一社会信用代码"},
      {nullable: true}
    ),
    industry_code: code(
      identity,
      {
        en: "Industry, GB/T 4754-2017: section letter and digits, such as C3911",
        zh: "国民经济行业分类代码 (GB/T 4754-2017)"
      },
      {nullable: true, pattern: "^[A-T]\\d{2,4}$"}
    ),
    region: code(
      identity,
      {en: "Province-level division, GB/T 2260 two-digit code", zh: "省级行政区划代码 (GB/T 2260)"},
      {nullable: true, pattern: "^\\d{2}$"}
    ),
    founded_date: date(identity, {en: "Day of foundation", zh: "成立日期"}, {nullable: true}),
    onboarded_date: date(
      identity,
      {en: "Day on which the bank took the obligor on", zh: "建立信贷关系日期"},
      {nullable: true}
    ),
    employees: count(identity, {en: "Number of employees", zh: "从业人员数"}, {nullable: true}),
    ownership: code(
      identity,
      {en: "Ownership", zh: "所有制性质"},
      {nullable: true, allowed: ["state", "private", "foreign", "listed"]}
    ),
    parent_id: id(
      identity,
      {en: "Controlling owner: an obligor's number, or an outside party's", zh: "控股股东编号"},
      {nullable: true}
    ),
    group_id: id(
      identity,
      {en: "Group of connected clients as the bank keeps it", zh: "集团客户编号"},
      {nullable: true}
    ),
    technology_qualification: code(
      identity,
      {en: "Technology qualification held", zh: "科技企业资质"},
      {nullable: true, allowed: ["high_tech", "specialised_sme", "none"]}
    )
  }
});
