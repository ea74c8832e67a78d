import {figure, noAssets, noDebt, noInterest, noSales, notPositive} from "./told.js";

/** Whether income and cash carry what is owed. */
export const coverage = {
  interest_cover_ratio: figure("ratio", {
    en: "Operating income (before interest and tax) to interest expense",
    zh: "利息保障倍数:息税前利润/利息支出",
    safer: "higher",
    or: noInterest
  }),
  debt_service_cover_ratio: figure("ratio", {
    en: "EBITDA to interest expense and debt due within a year together",
    zh: "EBITDA/(利息支出+短期有息债务)",
    safer: "higher",
    or: notPositive("interest and short-term debts together", "利息与短期有息债务之和")
  }),
  interest_to_debt_rate: figure("rate", {
    en: "Interest expense to interest-bearing debt at the year's end: what lenders charge, or debt repaid during the year",
    zh: "利息支出/期末有息债务:反映融资成本,或年内已偿还的债务",
    safer: "lower",
    or: noDebt
  }),
  cash_flow_to_liabilities_ratio: figure("ratio", {
    en: "Operating cash flow to total liabilities",
    zh: "经营活动现金流量净额/负债合计",
    safer: "higher",
    or: notPositive("total liabilities", "负债合计")
  }),
  cash_flow_margin_rate: figure("rate", {
    en: "Operating cash flow to sales",
    zh: "经营活动现金流量净额/营业收入",
    safer: "higher",
    or: noSales
  }),
  cash_flow_to_ebitda_ratio: figure("ratio", {
    en: "Operating cash flow to EBITDA: how much of what was earned came in",
    zh: "经营活动现金流量净额/EBITDA:盈利的变现程度",
    safer: "higher",
    or: {en: "EBITDA was not above zero, as ebitda_margin_rate tells", zh: "EBITDA不为正(见ebitda_margin_rate)"}
  }),
  free_cash_flow_margin_rate: figure("rate", {
    en: "Operating cash flow less capital expenditure, to sales",
    zh: "自由现金流(经营活动现金流量净额-资本开支)/营业收入",
    safer: "higher",
    or: noSales
  }),
  investment_to_depreciation_ratio: figure("ratio", {
    en: "Capital expenditure to depreciation; below 1 the plant wears out",
    zh: "资本开支/折旧摊销;小于1表示设备净损耗",
    safer: "neither",
    or: notPositive("depreciation charges", "折旧摊销")
  })
};

/** Against the year before, in its latest version known by then, of the same scope: a group is never compared with its parent alone. */
export const growth = {
  revenue_growth_rate: figure("rate", {
    en: "Growth of sales over the year before, of the same scope (1 more is the SGI of Beneish)",
    zh: "营业收入较上年增长率,同一口径比较(加1即Beneish的SGI)",
    safer: "neither",
    or: {en: "the year before was not known or had no sales", zh: "上年未知或无营业收入"}
  }),
  assets_growth_rate: figure("rate", {
    en: "Growth of total assets over the year before, of the same scope",
    zh: "资产总计较上年增长率,同一口径比较",
    safer: "neither",
    or: {en: `the year before was not known or its ${noAssets.en}`, zh: `上年未知或其${noAssets.zh}`}
  })
};
