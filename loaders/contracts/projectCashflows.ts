import {defineExtract} from "#warehouse/contract.js";
import {amount, code, credit, date, id} from "./column.js";

/** Cash of a project by half-year: what was, and what was foreseen. A new forecast is a new row with a later `published_date`. */
export const projectCashflows = defineExtract({
  name: "project_cashflows",
  about: {en: "Cash flows of projects", zh: "项目现金流"},
  grain: ["project_id", "period_end", "basis", "published_date"],
  dates: {event: "period_end", published: "published_date", mayBeAnnounced: true},
  columns: {
    project_id: id(credit, {en: "Project", zh: "项目编号"}, {references: "projects.project_id"}),
    period_end: date(credit, {en: "Last day of the period", zh: "期末"}),
    basis: code(credit, {en: "What was, or what was foreseen", zh: "数据口径"}, {allowed: ["actual", "forecast"]}),
    published_date: date(credit, {en: "Day on which it became known", zh: "获知日期"}),
    revenue: amount(credit, {en: "Income of the project", zh: "项目收入"}, {sign: "nonnegative"}),
    operating_cost: amount(credit, {en: "Cost of operation", zh: "运营成本"}, {sign: "nonnegative"}),
    tax: amount(credit, {en: "Tax", zh: "税费"}),
    working_capital_change: amount(
      credit,
      {en: "Cash tied up in working capital; below zero where set free", zh: "营运资金变动"},
      {nullable: true}
    ),
    maintenance_expenditure: amount(
      credit,
      {en: "Cash paid to keep the plant as it is", zh: "维持性资本支出"},
      {nullable: true, sign: "nonnegative"}
    ),
    interest: amount(credit, {en: "Interest due", zh: "应付利息"}, {sign: "nonnegative"}),
    principal: amount(credit, {en: "Principal due", zh: "应还本金"}, {sign: "nonnegative"})
  }
});
