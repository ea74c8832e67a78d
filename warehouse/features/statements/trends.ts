import {figure, fromStatements, noAssets, NO_ANNUAL, notPositive} from "./told.js";

const noYearBefore = {
  en: "the year before was not known in the same scope",
  zh: "上年同一口径报表未知"
};
const orNotPositive = (en: string, zh: string) => {
  const {en: english, zh: chinese} = notPositive(en, zh);
  return {en: `${noYearBefore.en}, or ${english}`, zh: `${noYearBefore.zh}、或${chinese}`};
};
const noTwoYearsBefore = {en: "one of the two years before was not known", zh: "此前两年之一未知"};

/** Growth and change over the year before. */
export const change = {
  equity_growth_rate: figure("rate", {
    en: "Growth of equity over the year before",
    zh: "所有者权益较上年增长率",
    safer: "higher",
    or: {en: `${noYearBefore.en}, or its equity was not above zero`, zh: `${noYearBefore.zh}、或上年所有者权益不为正`}
  }),
  debt_growth_rate: figure("rate", {
    en: "Growth of interest-bearing debt over the year before",
    zh: "有息债务较上年增长率",
    safer: "lower",
    or: orNotPositive("that year's debts", "上年有息债务")
  }),
  cash_change_ratio: figure("ratio", {
    en: "Cash less that of the year before, to total assets of the year before",
    zh: "货币资金较上年变动/上年资产总计",
    safer: "higher",
    or: orNotPositive("that year's total assets", "上年资产总计")
  }),
  cash_flow_change_ratio: figure("ratio", {
    en: "Operating cash flow less that of the year before, to total assets of the year before",
    zh: "经营活动现金流量净额较上年变动/上年资产总计",
    safer: "higher",
    or: orNotPositive("that year's total assets", "上年资产总计")
  }),
  operating_margin_change_rate: figure("rate", {
    en: "Operating margin less that of the year before",
    zh: "营业利润率较上年变动",
    safer: "higher",
    or: orNotPositive("sales of either year", "任一年营业收入")
  }),
  return_on_assets_change_rate: figure("rate", {
    en: "Return on assets less that of the year before",
    zh: "总资产收益率较上年变动",
    safer: "higher",
    or: orNotPositive("total assets of either year", "任一年资产总计")
  }),
  asset_turnover_change_ratio: figure("ratio", {
    en: "Asset turnover less that of the year before",
    zh: "总资产周转率较上年变动",
    safer: "higher",
    or: orNotPositive("total assets of either year", "任一年资产总计")
  }),
  current_change_ratio: figure("ratio", {
    en: "Current ratio less that of the year before",
    zh: "流动比率较上年变动",
    safer: "higher",
    or: orNotPositive("current liabilities of either year", "任一年流动负债")
  })
};

/** Times a year that items turn, on the mean of the balances at both year ends: inputs of the working-capital need. */
export const turns = {
  receivable_turnover_ratio: figure("ratio", {
    en: "Sales to the mean of receivables at this and the last year's end",
    zh: "应收账款周转次数:营业收入/年初年末平均应收账款",
    safer: "higher",
    or: orNotPositive("receivables of both years", "两年应收账款")
  }),
  inventory_turnover_ratio: figure("ratio", {
    en: "Cost of sales to the mean of inventory at this and the last year's end",
    zh: "存货周转次数:营业成本/年初年末平均存货",
    safer: "higher",
    or: orNotPositive("inventories of both years", "两年存货")
  }),
  payable_turnover_ratio: figure("ratio", {
    en: "Cost of sales to the mean of payables at this and the last year's end",
    zh: "应付账款周转次数:营业成本/年初年末平均应付账款",
    safer: "neither",
    or: orNotPositive("payables of both years", "两年应付账款")
  })
};

/** How far the three years up to the latest went up and down. */
export const years = {
  loss_years: fromStatements("integer", "count", {
    about: {
      en: "Years with a net loss among the latest three of one scope; a year that is not known counts as none",
      zh: "最近三年(同一口径)净亏损年数;未知年度不计"
    },
    empty: {en: `${NO_ANNUAL.en}, or none with a net income`, zh: `${NO_ANNUAL.zh}、或均无净利润`},
    safer: "lower"
  }),
  cash_deficit_years: fromStatements("integer", "count", {
    about: {
      en: "Years with a negative operating cash flow among the latest three of one scope; a year that is not known counts as none",
      zh: "最近三年(同一口径)经营活动现金流量净额为负的年数;未知年度不计"
    },
    empty: {en: `${NO_ANNUAL.en}, or none with an operating cash flow`, zh: `${NO_ANNUAL.zh}、或均无经营现金流`},
    safer: "lower"
  }),
  revenue_trend_rate: figure("rate", {
    en: "Growth of sales a year over two years: the root of sales to those of two years before, less 1",
    zh: "营业收入两年年均增长率:与两年前之比的平方根减1",
    safer: "neither",
    or: {en: "the year two years before was not known or had no sales", zh: "两年前报表未知或无营业收入"}
  }),
  revenue_variation_ratio: figure("ratio", {
    en: "Standard deviation of the sales of three years to their mean, in whole units of currency",
    zh: "近三年营业收入的标准差/均值(取整到元)",
    safer: "lower",
    or: noTwoYearsBefore
  }),
  return_on_assets_range_rate: figure("rate", {
    en: "Highest less lowest return on assets of three years",
    zh: "近三年总资产收益率的最高值减最低值",
    safer: "lower",
    or: {en: `${noTwoYearsBefore.en}, or ${noAssets.en}`, zh: `${noTwoYearsBefore.zh}、或${noAssets.zh}`}
  })
};
