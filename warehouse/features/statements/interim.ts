import {maybe} from "../../column.js";
import {figure, fromStatements, NO_LATEST, type Told} from "./told.js";
import type {Unit} from "../../contract.js";

/** A figure of the latest statement, of a year or of the year to date. */
function latest(unit: Unit, told: Told) {
  return figure(unit, {absent: NO_LATEST, ...told});
}

const noYearAgo = {
  en: "the same months a year ago were not known in the same scope, or a denominator was not above zero",
  zh: "上年同期同一口径报表未知、或分母不为正"
};
const noTwelveMonths = {
  en: "the year before or its same months were not known in the same scope, or the denominator was not above zero",
  zh: "上年年报或上年同期同一口径报表未知、或分母不为正"
};
const noQuarter = {
  en: "the balance three months before was not known in the same scope, or a denominator was not above zero",
  zh: "三个月前同一口径报表未知、或分母不为正"
};

/** Which statement it is. */
export const latestPaper = {
  latest_period_end: maybe("date", "date", {
    en: "Last day of the latest period, a year or a year to date, whose statement was known; empty where none of the last 48 months was",
    zh: "最近已知报表(年报或年初至今报表)的期末;近48个月内无报表时为空"
  }),
  latest_statement_age_days: fromStatements("integer", "days", {
    about: {
      en: "Days from that last day to the observation date; beyond 24 months every other column is empty",
      zh: "自该期末至观察日的天数;超过24个月时其余各列为空"
    },
    empty: {
      en: "No statement of a period that ended within the last 48 months was known by then",
      zh: "截至当时无近48个月内截止的报表"
    },
    safer: "lower"
  })
};

/** Against the same months a year ago. */
export const yearAgo = {
  revenue_to_date_growth_rate: latest("rate", {
    en: "Growth of the sales of the year to date, or of the year, over the same months a year ago",
    zh: "年初至今(或全年)营业收入较上年同期增长率",
    safer: "neither",
    or: noYearAgo
  }),
  operating_margin_to_date_change_rate: latest("rate", {
    en: "Operating margin of the year to date, or of the year, less that of the same months a year ago",
    zh: "年初至今(或全年)营业利润率较上年同期变动",
    safer: "higher",
    or: noYearAgo
  }),
  debt_year_change_ratio: latest("ratio", {
    en: "Interest-bearing debt less that of a year ago, to total assets of a year ago",
    zh: "有息债务较上年同期末变动/上年同期末资产总计",
    safer: "lower",
    or: noYearAgo
  }),
  leverage_year_change_ratio: latest("ratio", {
    en: "Total liabilities to total assets, less the same of a year ago",
    zh: "资产负债率较上年同期末变动",
    safer: "lower",
    or: noYearAgo
  })
};

/** The last twelve months: the year before, plus the year to date, less the same months a year ago; the year itself where that is the latest. */
export const trailing = {
  trailing_revenue_growth_rate: latest("rate", {
    en: "Sales of the last twelve months over those of the last full year, less 1",
    zh: "近十二个月营业收入/上一完整年度营业收入-1",
    safer: "neither",
    or: {
      en: `no interim statement was newer than the year's, or ${noTwelveMonths.en}`,
      zh: `无晚于年报的中期报表、或${noTwelveMonths.zh}`
    }
  }),
  trailing_operating_margin_rate: latest("rate", {
    en: "Operating income to sales, of the last twelve months",
    zh: "近十二个月营业利润率",
    safer: "higher",
    or: noTwelveMonths
  }),
  trailing_return_on_assets_rate: latest("rate", {
    en: "Net income of the last twelve months to the latest total assets",
    zh: "近十二个月净利润/最近资产总计",
    safer: "higher",
    or: noTwelveMonths
  }),
  trailing_interest_cover_ratio: latest("ratio", {
    en: "Operating income to interest expense, of the last twelve months",
    zh: "近十二个月息税前利润/利息支出",
    safer: "higher",
    or: noTwelveMonths
  }),
  trailing_debt_to_ebitda_ratio: latest("ratio", {
    en: "Latest interest-bearing debt to EBITDA of the last twelve months",
    zh: "最近有息债务/近十二个月EBITDA",
    safer: "lower",
    or: noTwelveMonths
  }),
  trailing_cash_flow_to_liabilities_ratio: latest("ratio", {
    en: "Operating cash flow of the last twelve months to the latest total liabilities",
    zh: "近十二个月经营活动现金流量净额/最近负债合计",
    safer: "higher",
    or: noTwelveMonths
  }),
  trailing_receivable_days: latest("days", {
    en: "Latest receivables in days of the sales of the last twelve months, a year having 365",
    zh: "应收账款周转天数:365×最近应收账款/近十二个月营业收入",
    safer: "lower",
    or: noTwelveMonths
  }),
  trailing_inventory_days: latest("days", {
    en: "Latest inventory in days of the cost of sales of the last twelve months, a year having 365",
    zh: "存货周转天数:365×最近存货/近十二个月营业成本",
    safer: "lower",
    or: noTwelveMonths
  }),
  latest_cash_to_liabilities_ratio: latest("ratio", {
    en: "Cash to current liabilities in the latest balance sheet",
    zh: "最近资产负债表的货币资金/流动负债",
    safer: "higher",
    or: {en: "current liabilities were not above zero", zh: "流动负债不为正"}
  })
};

/** The last three months: the year to date less that of three months before; the year to date itself after the first quarter. */
export const quarter = {
  quarter_revenue_growth_rate: latest("rate", {
    en: "Growth of the sales of the last three months over the same three a year ago",
    zh: "近三个月营业收入较上年同季增长率",
    safer: "neither",
    or: {en: `${noYearAgo.en}, or ${noQuarter.en}`, zh: `${noYearAgo.zh}、或${noQuarter.zh}`}
  }),
  quarter_operating_margin_rate: latest("rate", {
    en: "Operating income to sales, of the last three months",
    zh: "近三个月营业利润率",
    safer: "higher",
    or: noQuarter
  }),
  quarter_cash_change_ratio: latest("ratio", {
    en: "Cash less that of three months before, to total assets then",
    zh: "货币资金较三个月前变动/当时资产总计",
    safer: "higher",
    or: noQuarter
  }),
  quarter_receivables_change_ratio: latest("ratio", {
    en: "Receivables less those of three months before, to total assets then",
    zh: "应收账款较三个月前变动/当时资产总计",
    safer: "lower",
    or: noQuarter
  }),
  quarter_debt_change_ratio: latest("ratio", {
    en: "Interest-bearing debt less that of three months before, to total assets then",
    zh: "有息债务较三个月前变动/当时资产总计",
    safer: "lower",
    or: noQuarter
  })
};
