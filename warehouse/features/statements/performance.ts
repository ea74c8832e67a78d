import {maybe} from "../../column.js";
import {figure, noAssets, noCost, noSales, notPositive} from "./told.js";

/** What the obligor earns. */
export const profitability = {
  return_on_assets_rate: figure("rate", {
    en: "Net income to total assets at the year's end",
    zh: "总资产收益率:净利润/期末资产总计",
    safer: "higher",
    or: noAssets
  }),
  return_on_equity_rate: figure("rate", {
    en: "Net income to equity at the year's end",
    zh: "净资产收益率:净利润/期末所有者权益",
    safer: "higher",
    or: {en: "equity was not above zero, as has_negative_equity tells", zh: "所有者权益不为正(见has_negative_equity)"}
  }),
  operating_income_to_assets_ratio: figure("ratio", {
    en: "Sales less cost of sales and operating expense, before interest and tax, to total assets (X3 of Altman's Z'')",
    zh: "息税前利润(营业收入-营业成本-期间费用)/资产总计(Altman Z''的X3)",
    safer: "higher",
    or: noAssets
  }),
  operating_margin_rate: figure("rate", {
    en: "Sales less cost of sales and operating expense, to sales",
    zh: "营业利润率:(营业收入-营业成本-期间费用)/营业收入",
    safer: "higher",
    or: noSales
  }),
  ebitda_margin_rate: figure("rate", {
    en: "EBITDA (operating income plus depreciation) to sales",
    zh: "EBITDA(营业利润+折旧摊销)/营业收入",
    safer: "higher",
    or: noSales
  }),
  pretax_margin_rate: maybe("double", "rate", {
    en: "Net income before tax, to sales: the margin of the working-capital need, and too near net_margin_rate for a feature of its own; empty without sales",
    zh: "利润总额/营业收入:流动资金测算所用的销售利润率;与net_margin_rate过于接近,不作为单独特征;无营业收入时为空"
  }),
  net_margin_rate: figure("rate", {
    en: "Net income to sales",
    zh: "净利率:净利润/营业收入",
    safer: "higher",
    or: noSales
  }),
  gross_margin_rate: figure("rate", {
    en: "Sales less cost of sales, to sales",
    zh: "毛利率:(营业收入-营业成本)/营业收入",
    safer: "higher",
    or: noSales
  })
};

/** What the assets are, and how fast they turn. Balances are those at the year's end. */
export const turnover = {
  fixed_assets_share: figure("share", {
    en: "Fixed assets to total assets",
    zh: "固定资产/资产总计",
    safer: "neither",
    or: noAssets
  }),
  inventory_share: figure("share", {
    en: "Inventory to current assets",
    zh: "存货/流动资产",
    safer: "lower",
    or: notPositive("current assets", "流动资产")
  }),
  asset_turnover_ratio: figure("ratio", {
    en: "Sales to total assets",
    zh: "总资产周转率:营业收入/资产总计",
    safer: "higher",
    or: noAssets
  }),
  fixed_asset_turnover_ratio: figure("ratio", {
    en: "Sales to fixed assets",
    zh: "固定资产周转率:营业收入/固定资产",
    safer: "higher",
    or: notPositive("fixed assets", "固定资产")
  }),
  receivable_days: figure("days", {
    en: "Receivables in days of sales, a year having 365",
    zh: "应收账款周转天数:365×应收账款/营业收入",
    safer: "lower",
    or: noSales
  }),
  inventory_days: figure("days", {
    en: "Inventory in days of cost of sales, a year having 365",
    zh: "存货周转天数:365×存货/营业成本",
    safer: "lower",
    or: noCost
  }),
  payable_days: figure("days", {
    en: "Payables in days of cost of sales, a year having 365; suppliers who wait longer lend more, or are not paid",
    zh: "应付账款周转天数:365×应付账款/营业成本;天数长可为信用期长,也可为拖欠",
    safer: "neither",
    or: noCost
  }),
  cash_conversion_days: figure("days", {
    en: "Receivable days plus inventory days less payable days; the extract has no advances paid or received",
    zh: "现金循环周期:应收天数+存货天数-应付天数;数据中无预付、预收款",
    safer: "lower",
    or: {en: "sales or cost of sales were not above zero", zh: "营业收入或营业成本不为正"}
  })
};
