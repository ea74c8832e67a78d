import {maybe, observationKey} from "../column.js";
import {defineTable} from "../contract.js";

export const featStatements = defineTable({
  name: "feat_statements",
  about: {en: "Ratios of the latest annual statement known by then", zh: "最近已知年报的财务比率"},
  grain: ["obligor_id", "observation_date"],
  columns: {
    ...observationKey,
    period_end: maybe("date", "date", {
      en: "Last day of the statement's period; empty where no annual statement was known",
      zh: "报表期末"
    }),
    statement_age_days: maybe("integer", "days", {en: "Days since that period end", zh: "报表时效天数"}),
    revenue: maybe("decimal(18,2)", "currency", {en: "Sales of the year", zh: "营业收入"}),
    total_assets: maybe("decimal(18,2)", "currency", {en: "Total assets", zh: "资产总计"}),
    log_assets: maybe("double", "ratio", {
      en: "Natural logarithm of total assets; empty where not positive",
      zh: "总资产对数"
    }),
    leverage_ratio: maybe("double", "ratio", {
      en: "Total liabilities to total assets; above 1 with negative equity; empty where assets are not positive",
      zh: "资产负债率"
    }),
    debt_to_assets_ratio: maybe("double", "ratio", {en: "Interest-bearing debt to total assets", zh: "有息负债率"}),
    retained_earnings_ratio: maybe("double", "ratio", {en: "Retained earnings to total assets", zh: "留存收益/总资产"}),
    market_to_liabilities_ratio: maybe("double", "ratio", {
      en: "Market value of the equity to total liabilities; empty where not listed",
      zh: "市值/总负债"
    }),
    has_negative_equity: maybe("boolean", "flag", {en: "Equity below zero", zh: "资不抵债"}),
    return_on_assets_rate: maybe("double", "rate", {en: "Net income to total assets", zh: "总资产收益率"}),
    operating_margin_rate: maybe("double", "rate", {
      en: "Operating income to sales; empty where there were no sales",
      zh: "营业利润率"
    }),
    net_margin_rate: maybe("double", "rate", {
      en: "Net income to sales; empty where there were no sales",
      zh: "净利率"
    }),
    gross_margin_rate: maybe("double", "rate", {en: "Sales less cost of sales, to sales", zh: "毛利率"}),
    current_ratio: maybe("double", "ratio", {
      en: "Current assets to current liabilities; empty where there are none",
      zh: "流动比率"
    }),
    quick_ratio: maybe("double", "ratio", {
      en: "Current assets less inventory, to current liabilities",
      zh: "速动比率"
    }),
    cash_to_liabilities_ratio: maybe("double", "ratio", {en: "Cash to current liabilities", zh: "现金比率"}),
    asset_turnover_ratio: maybe("double", "ratio", {en: "Sales to total assets", zh: "总资产周转率"}),
    receivable_days: maybe("double", "days", {
      en: "Receivables in days of sales; empty where there were no sales",
      zh: "应收账款周转天数"
    }),
    inventory_days: maybe("double", "days", {en: "Inventory in days of cost of sales", zh: "存货周转天数"}),
    interest_cover_ratio: maybe("double", "ratio", {
      en: "Operating income to interest; empty where no interest was paid",
      zh: "利息保障倍数"
    }),
    cash_flow_to_liabilities_ratio: maybe("double", "ratio", {
      en: "Operating cash flow to total liabilities",
      zh: "经营现金流/总负债"
    }),
    revenue_growth_rate: maybe("double", "rate", {
      en: "Growth of sales over the year before; empty where that year is unknown or had none",
      zh: "营业收入增长率"
    }),
    assets_growth_rate: maybe("double", "rate", {en: "Growth of total assets over the year before", zh: "总资产增长率"})
  }
});
