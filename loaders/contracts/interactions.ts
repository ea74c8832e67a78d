import {defineExtract} from "#warehouse/contract.js";
import {code, count, date, id, relationship} from "./column.js";

/** What the obligor told the bank: satisfaction, complaints, visits. */
export const interactions = defineExtract({
  name: "interactions",
  about: {en: "Feedback and contacts (CRM)", zh: "客户反馈与接触 (CRM)"},
  grain: ["interaction_id"],
  dates: {event: "interaction_date", published: "interaction_date"},
  columns: {
    interaction_id: id(relationship, {en: "Contact", zh: "记录编号"}),
    obligor_id: id(relationship, {en: "Obligor", zh: "债务人编号"}, {references: "obligors.obligor_id"}),
    interaction_date: date(relationship, {en: "Day", zh: "日期"}),
    kind: code(
      relationship,
      {en: "Kind of contact", zh: "类型"},
      {allowed: ["satisfaction", "recommendation", "complaint", "visit"]}
    ),
    score: count(
      relationship,
      {en: "Satisfaction 1 to 5, recommendation 0 to 10; empty for the others", zh: "评分"},
      {nullable: true}
    )
  }
});
