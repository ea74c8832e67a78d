import {defineExtract} from "#warehouse/contract.js";
import {amount, code, credit, date, flag, id} from "./column.js";

/** Statements as filed. Quarterly flows run from the start of the fiscal year; a correction is a new row with a later `published_date`. */
export const financialStatements = defineExtract({
  name: "financial_statements",
  about: {en: "Financial statements as filed", zh: "财务报表"},
  grain: ["obligor_id", "period_end", "period_type", "scope", "published_date"],
  dates: {event: "period_end", published: "published_date"},
  columns: {
    obligor_id: id(credit, {en: "Obligor", zh: "债务人编号"}, {references: "obligors.obligor_id"}),
    period_end: date(credit, {en: "Last day of the period", zh: "报告期末"}),
    period_type: code(
      credit,
      {en: "A whole fiscal year, or the year to date", zh: "报表类型"},
      {allowed: ["annual", "year_to_date"]}
    ),
    scope: code(
      credit,
      {en: "The group of which the obligor is the parent, or the obligor alone", zh: "报表口径(合并或单体)"},
      {allowed: ["consolidated", "standalone"]}
    ),
    published_date: date(credit, {en: "Day on which the statement became known", zh: "获知日期"}),
    is_audited: flag(credit, {en: "Whether an auditor signed it", zh: "是否经审计"}, {nullable: true}),
    revenue: amount(credit, {en: "Sales of the period", zh: "营业收入"}, {nullable: true}),
    cost_of_sales: amount(credit, {en: "Cost of sales", zh: "营业成本"}, {nullable: true}),
    operating_expense: amount(
      credit,
      {
        en: "Selling, administrative and research expense, depreciation included where not in cost of sales",
        zh: "销售、管理及研发费用"
      },
      {nullable: true}
    ),
    depreciation: amount(
      credit,
      {en: "Depreciation and amortisation contained in the costs", zh: "折旧与摊销"},
      {nullable: true}
    ),
    interest_expense: amount(credit, {en: "Interest expense", zh: "利息支出"}, {nullable: true}),
    tax: amount(credit, {en: "Income tax", zh: "所得税费用"}, {nullable: true}),
    net_income: amount(credit, {en: "Net income", zh: "净利润"}, {nullable: true}),
    operating_cash_flow: amount(
      credit,
      {en: "Net cash flow from operations", zh: "经营活动现金流量净额"},
      {nullable: true}
    ),
    capital_expenditure: amount(
      credit,
      {en: "Cash paid for fixed assets", zh: "购建固定资产支付的现金"},
      {nullable: true}
    ),
    cash: amount(credit, {en: "Cash and deposits", zh: "货币资金"}, {nullable: true, sign: "nonnegative"}),
    receivables: amount(credit, {en: "Trade receivables", zh: "应收账款"}, {nullable: true, sign: "nonnegative"}),
    inventory: amount(credit, {en: "Inventory", zh: "存货"}, {nullable: true, sign: "nonnegative"}),
    current_assets: amount(credit, {en: "Current assets", zh: "流动资产合计"}, {nullable: true, sign: "nonnegative"}),
    fixed_assets: amount(credit, {en: "Fixed assets, net", zh: "固定资产净额"}, {nullable: true, sign: "nonnegative"}),
    total_assets: amount(credit, {en: "Total assets", zh: "资产总计"}, {nullable: true, sign: "nonnegative"}),
    payables: amount(credit, {en: "Trade payables", zh: "应付账款"}, {nullable: true, sign: "nonnegative"}),
    short_term_debt: amount(
      credit,
      {en: "Interest-bearing debt due within a year", zh: "短期有息债务"},
      {nullable: true, sign: "nonnegative"}
    ),
    current_liabilities: amount(
      credit,
      {en: "Current liabilities", zh: "流动负债合计"},
      {nullable: true, sign: "nonnegative"}
    ),
    long_term_debt: amount(
      credit,
      {en: "Interest-bearing debt due later", zh: "长期有息债务"},
      {nullable: true, sign: "nonnegative"}
    ),
    total_liabilities: amount(credit, {en: "Total liabilities", zh: "负债合计"}, {nullable: true, sign: "nonnegative"}),
    equity: amount(credit, {en: "Equity", zh: "所有者权益"}, {nullable: true}),
    retained_earnings: amount(credit, {en: "Retained earnings", zh: "未分配利润"}, {nullable: true}),
    market_value: amount(
      credit,
      {en: "Market value of the equity, where listed", zh: "股权市值"},
      {nullable: true, sign: "nonnegative"}
    )
  }
});
