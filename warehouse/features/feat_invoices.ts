import {observationKey} from "../column.js";
import {defineTable, type Text} from "../contract.js";
import {featureFrom} from "../feature.js";

const feature = featureFrom("invoices");

const noSales: Text = {en: "No positive valid sales in the year", zh: "近一年无正的有效销项"};
const noPurchases: Text = {en: "No positive valid purchases in the year", zh: "近一年无正的有效进项"};
const noInvoices: Text = {en: "No invoice in the year", zh: "近一年无发票"};
const noYears: Text = {
  en: "Without two whole years of invoices, or nothing positive in the year before",
  zh: "不足两个完整年度的发票或前一年无正值"
};
const noQuarter: Text = {
  en: "Less than fifteen months of invoices, or nothing positive in the same three months of the year before",
  zh: "发票不足十五个月或上年同期无正值"
};

export const featInvoices = defineTable({
  name: "feat_invoices",
  about: {en: "Two years of invoices known by then", zh: "近两年发票特征"},
  grain: ["obligor_id", "observation_date"],
  columns: {
    ...observationKey,
    log_sales: feature("double", "ratio", {
      about: {
        en: "Natural logarithm of a year's valid sales invoices, refunds taken off",
        zh: "近12个月有效净销项金额对数"
      },
      empty: noSales,
      safer: "higher"
    }),
    sales_growth_rate: feature("double", "rate", {
      about: {
        en: "Valid sales of twelve months against the twelve before, less one",
        zh: "近12个月有效销项与前12个月之比减一"
      },
      empty: noYears,
      safer: "higher"
    }),
    purchases_to_sales_ratio: feature("double", "ratio", {
      about: {
        en: "Valid purchases to valid sales, twelve months; one less this is the gross margin that invoices show",
        zh: "近12个月有效进项与有效销项之比;1减去该值即发票毛利率"
      },
      empty: {
        en: "No positive valid sales in the year, or no purchase invoice known by then",
        zh: "近一年无正的有效销项或当时无进项记录"
      },
      safer: "lower"
    }),
    void_share: feature("double", "share", {
      about: {en: "Void invoices among all of twelve months, by count", zh: "近12个月作废发票份数占比"},
      empty: noInvoices,
      safer: "lower"
    }),
    refund_share: feature("double", "share", {
      about: {en: "Red-letter sales to positive sales, valid, twelve months", zh: "近12个月红字销项与正数销项之比"},
      empty: noSales,
      safer: "lower"
    }),
    active_months_share: feature("double", "share", {
      about: {en: "Months of the twelve with positive net sales", zh: "近12个月中净销项为正的月份占比"},
      empty: {
        en: "No sales invoice known by then; 0 where none falls in the year",
        zh: "当时无销项记录;近一年无销项为0"
      },
      safer: "higher"
    }),
    recent_sales_share: feature("double", "share", {
      about: {en: "Valid sales of the last three months in those of the twelve", zh: "近3个月有效销项占近12个月的比例"},
      empty: {
        en: "No positive valid sales in the year; 0 where none falls in the last three months",
        zh: "近一年无正的有效销项;近3个月无销项为0"
      },
      safer: "higher"
    }),
    log_invoices: feature("double", "ratio", {
      about: {en: "Natural logarithm of the number of invoices of twelve months", zh: "近12个月发票份数对数"},
      empty: noInvoices,
      safer: "higher"
    }),
    log_counterparties: feature("double", "ratio", {
      about: {
        en: "Natural logarithm of the number of customers and suppliers with a valid invoice in twelve months",
        zh: "近12个月有有效发票的交易对手数对数"
      },
      empty: {en: "No named counterparty in the year", zh: "近一年无具名交易对手"},
      safer: "higher"
    }),
    recent_sales_growth_rate: feature("double", "rate", {
      about: {
        en: "Valid sales of the last three months against the same three months of the year before, less one",
        zh: "近3个月有效销项与上年同期之比减一"
      },
      empty: noQuarter,
      safer: "higher"
    }),
    purchases_growth_rate: feature("double", "rate", {
      about: {
        en: "Valid purchases of twelve months against the twelve before, less one",
        zh: "近12个月有效进项与前12个月之比减一"
      },
      empty: noYears,
      safer: "higher"
    }),
    recent_purchases_growth_rate: feature("double", "rate", {
      about: {
        en: "Valid purchases of the last three months against the same three months of the year before, less one",
        zh: "近3个月有效进项与上年同期之比减一"
      },
      empty: noQuarter,
      safer: "higher"
    }),
    invoice_margin_change: feature("double", "rate", {
      about: {
        en: "Gross margin that invoices show, sales less purchases to sales, of twelve months less that of the twelve before",
        zh: "近12个月发票毛利率(销项减进项除以销项)减去前12个月"
      },
      empty: {
        en: "Without two whole years of invoices, or without sales and purchases in both",
        zh: "不足两个完整年度的发票或任一年度缺销项、进项"
      },
      safer: "higher"
    }),
    sales_variation_ratio: feature("double", "ratio", {
      about: {
        en: "Standard deviation to mean of the net sales of the twelve months, a month without positive sales as zero",
        zh: "近12个月月度净销项的变异系数(无正销项月份计0)"
      },
      empty: {
        en: "Without a whole year of invoices, or no positive sales in it",
        zh: "不足一个完整年度的发票或无正销项"
      },
      safer: "lower"
    }),
    last_sale_days: feature("integer", "days", {
      about: {
        en: "Days since the last positive valid sale of the twelve months",
        zh: "距近12个月最后一笔正数有效销项的天数"
      },
      empty: {en: "No positive valid sale in the year", zh: "近一年无正数有效销项"},
      safer: "lower"
    }),
    last_days_sales_share: feature("double", "share", {
      about: {
        en: "Positive valid sales dated in the last five days of a month, in those of twelve months",
        zh: "近12个月正数有效销项中每月最后五日开票占比"
      },
      empty: noSales,
      safer: "neither"
    }),
    average_sale: feature("double", "currency", {
      about: {
        en: "Mean amount of the positive valid sales invoices of twelve months",
        zh: "近12个月正数有效销项单张均额"
      },
      empty: noSales,
      safer: "neither"
    }),
    void_share_change: feature("double", "share", {
      about: {
        en: "Void share of the twelve months less that of the twelve before",
        zh: "近12个月作废份数占比减去前12个月"
      },
      empty: {
        en: "Without two whole years of invoices, or no invoice in one of them",
        zh: "不足两个完整年度的发票或任一年度无发票"
      },
      safer: "lower"
    }),
    purchase_refund_share: feature("double", "share", {
      about: {
        en: "Red-letter purchases to positive purchases, valid, twelve months",
        zh: "近12个月红字进项与正数进项之比"
      },
      empty: noPurchases,
      safer: "lower"
    }),
    sales_tax_rate: feature("double", "rate", {
      about: {en: "Tax to amount of valid sales, twelve months", zh: "近12个月有效销项税额与金额之比"},
      empty: noSales,
      safer: "neither"
    }),
    tax_burden_rate: feature("double", "rate", {
      about: {
        en: "Tax on valid sales less tax on valid purchases, to the amount of sales, twelve months",
        zh: "近12个月有效销项税额减进项税额后与销项金额之比"
      },
      empty: {
        en: "No positive valid sales in the year, or no purchase invoice known by then",
        zh: "近一年无正的有效销项或当时无进项记录"
      },
      safer: "higher"
    })
  }
});
