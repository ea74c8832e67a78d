import {defineExtract, type Governance} from "#warehouse/contract.js";
import {amount, code, count, credit, date, id, text} from "./column.js";

/** Who decided is a person of the bank. */
const deciding: Governance = {
  purpose: "reporting",
  legalBasis: "legal_obligation",
  retentionMonths: 120,
  sensitivity: "personal"
};

/** Who asked for what, when, and what was decided. */
export const applications = defineExtract({
  name: "applications",
  about: {en: "Credit applications and decisions", zh: "授信申请与审批"},
  grain: ["application_id"],
  dates: {event: "application_date", published: "application_date"},
  columns: {
    application_id: id(credit, {en: "Application", zh: "申请编号"}),
    obligor_id: id(credit, {en: "Obligor that asks", zh: "债务人编号"}, {references: "obligors.obligor_id"}),
    application_date: date(credit, {en: "Day of the application", zh: "申请日"}),
    product: code(
      credit,
      {en: "Kind of loan", zh: "产品类型"},
      {allowed: ["working_capital", "fixed_asset", "supply_chain", "trade_finance", "project_finance"]}
    ),
    amount: amount(credit, {en: "Amount asked for", zh: "申请金额"}, {sign: "positive"}),
    tenor_months: count(credit, {en: "Months asked for", zh: "申请期限(月)"}, {nullable: true, unit: "months"}),
    decision: code(
      credit,
      {en: "Decision; empty while open", zh: "审批结论"},
      {nullable: true, allowed: ["approved", "declined", "withdrawn"]}
    ),
    decision_date: date(credit, {en: "Day of the decision", zh: "审批日"}, {nullable: true}),
    decided_by: text(deciding, {en: "Who decided: a rule, a person or a committee", zh: "审批人"}, {nullable: true}),
    approved_limit: amount(
      credit,
      {en: "Limit that was granted", zh: "批准额度"},
      {nullable: true, sign: "nonnegative"}
    ),
    facility_id: id(
      credit,
      {en: "Facility that came of it", zh: "授信编号"},
      {nullable: true, references: "facilities.facility_id"}
    )
  }
});
