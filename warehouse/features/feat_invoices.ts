import {maybe, observationKey} from "../column.js";
import {defineTable} from "../contract.js";

export const featInvoices = defineTable({
  name: "feat_invoices",
  about: {en: "A year of invoices known by then", zh: "近一年发票特征"},
  grain: ["obligor_id", "observation_date"],
  columns: {
    ...observationKey,
    log_sales: maybe("double", "ratio", {
      en: "Natural logarithm of a year's valid sales invoices; empty where not positive",
      zh: "年销项金额对数"
    }),
    sales_growth_rate: maybe("double", "rate", {
      en: "Invoiced sales against the year before; empty without two whole years of invoices",
      zh: "销项增长率"
    }),
    purchases_to_sales_ratio: maybe("double", "ratio", {en: "Invoiced purchases to invoiced sales", zh: "进销比"}),
    void_share: maybe("double", "share", {en: "Void invoices among all", zh: "作废发票占比"}),
    refund_share: maybe("double", "share", {en: "Red-letter sales to positive sales", zh: "红字发票占比"}),
    active_months_share: maybe("double", "share", {en: "Months of the year with sales", zh: "有销售月份占比"}),
    recent_sales_share: maybe("double", "share", {en: "Last quarter's sales in the year's", zh: "近三月销售占比"}),
    log_invoices: maybe("double", "ratio", {en: "Natural logarithm of the number of invoices", zh: "发票数量对数"}),
    log_counterparties: maybe("double", "ratio", {
      en: "Natural logarithm of the number of customers and suppliers",
      zh: "交易对手数量对数"
    })
  }
});
