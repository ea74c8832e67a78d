import {defineExtract} from "#warehouse/contract.js";
import {amount, code, date, id, relationship} from "./column.js";

/** What the bank earned with an obligor, known once the books of the quarter are closed. It serves prices and tiers, and never the default probability. */
export const relationshipIncome = defineExtract({
  name: "relationship_income",
  about: {en: "Income from the relationship", zh: "客户综合收益"},
  grain: ["obligor_id", "period_end", "income_type"],
  dates: {event: "period_end", published: "published_date"},
  columns: {
    obligor_id: id(relationship, {en: "Obligor", zh: "债务人编号"}, {references: "obligors.obligor_id"}),
    period_end: date(relationship, {en: "Last day of the quarter", zh: "季度末"}),
    published_date: date(relationship, {en: "Day on which the quarter's figures became known", zh: "获知日期"}),
    income_type: code(
      relationship,
      {en: "Kind of income", zh: "收入类型"},
      {allowed: ["lending_margin", "deposit_margin", "fees", "other"]}
    ),
    amount: amount(relationship, {en: "Income of the quarter after the cost of funds", zh: "收入金额"})
  }
});
