import {observationKey} from "../column.js";
import {defineTable} from "../contract.js";
import {featureFrom} from "../feature.js";

const flows = featureFrom("account_transactions");
const withStatements = featureFrom("account_transactions", "financial_statements");
const withBook = featureFrom("account_transactions", "exposures", "facilities");
const noFlows = {
  en: "No movement on an account here by then, or the feed had ended",
  zh: "届时尚无本行账户流水，或流水来源已停止"
};
const shortYear = {
  en: "Less than twelve months of account history, or the feed had ended",
  zh: "账户历史不足十二个月，或流水来源已停止"
};
const shortSeason = {
  en: "Less than fifteen months of account history, or nothing in the same months of the year before, or the feed had ended",
  zh: "账户历史不足十五个月，或上年同期无发生额，或流水来源已停止"
};
const shortTwo = {
  en: "Less than two years of account history, or nothing in the year before, or the feed had ended",
  zh: "账户历史不足两年，或上年无发生额，或流水来源已停止"
};
const shortHalf = {
  en: "Less than six months of account history, or nothing moved, or the feed had ended",
  zh: "账户历史不足六个月，或无发生额，或流水来源已停止"
};
const noIn = {
  en: "Nothing came in within the window, no account history, or the feed had ended",
  zh: "窗口内无流入，或无账户历史，或流水来源已停止"
};
const noOut = {
  en: "Nothing went out within the year, no account history, or the feed had ended",
  zh: "近一年无流出，或无账户历史，或流水来源已停止"
};

export const featAccountFlows = defineTable({
  name: "feat_account_flows",
  about: {en: "What flows through the accounts at this bank", zh: "本行账户资金流"},
  grain: ["obligor_id", "observation_date"],
  columns: {
    ...observationKey,
    log_inflow: flows("double", "ratio", {
      about: {
        en: "Natural logarithm of twelve months' inflows; inflows and outflows are all but loans",
        zh: "近十二个月流入金额对数；流入、流出均不含贷款收付"
      },
      empty: shortYear,
      safer: "higher"
    }),
    inflow_growth_rate: flows("double", "rate", {
      about: {en: "Inflows of twelve months against the twelve before", zh: "近十二个月流入较前十二个月增长率"},
      empty: shortTwo,
      safer: "neither"
    }),
    outflow_growth_rate: flows("double", "rate", {
      about: {en: "Outflows of twelve months against the twelve before", zh: "近十二个月流出较前十二个月增长率"},
      empty: shortTwo,
      safer: "neither"
    }),
    inflow_trend_ratio: flows("double", "ratio", {
      about: {
        en: "Mean monthly inflow of the last three months to that of the nine before",
        zh: "近三个月月均流入与此前九个月月均流入之比"
      },
      empty: shortYear,
      safer: "higher"
    }),
    outflow_trend_ratio: flows("double", "ratio", {
      about: {
        en: "Mean monthly outflow of the last three months to that of the nine before",
        zh: "近三个月月均流出与此前九个月月均流出之比"
      },
      empty: shortYear,
      safer: "neither"
    }),
    inflow_seasonal_rate: flows("double", "rate", {
      about: {
        en: "Inflows of the last three months against the same months of the year before",
        zh: "近三个月流入同比增长率"
      },
      empty: shortSeason,
      safer: "higher"
    }),
    outflow_seasonal_rate: flows("double", "rate", {
      about: {
        en: "Outflows of the last three months against the same months of the year before",
        zh: "近三个月流出同比增长率"
      },
      empty: shortSeason,
      safer: "neither"
    }),
    inflow_variation_ratio: flows("double", "ratio", {
      about: {
        en: "Standard deviation to mean of the monthly inflows of twelve months, months without one as zero",
        zh: "近十二个月月度流入变异系数，无流入月份计零"
      },
      empty: shortHalf,
      safer: "lower"
    }),
    outflow_variation_ratio: flows("double", "ratio", {
      about: {
        en: "Standard deviation to mean of the monthly outflows of twelve months, months without one as zero",
        zh: "近十二个月月度流出变异系数，无流出月份计零"
      },
      empty: shortHalf,
      safer: "lower"
    }),
    net_flow_share: flows("double", "share", {
      about: {en: "Inflows less outflows of twelve months, to inflows", zh: "近十二个月净流入占流入比"},
      empty: noIn,
      safer: "higher"
    }),
    recent_net_flow_share: flows("double", "share", {
      about: {en: "Inflows less outflows of the last three months, to inflows", zh: "近三个月净流入占流入比"},
      empty: noIn,
      safer: "higher"
    }),
    deficit_month_share: flows("double", "share", {
      about: {
        en: "Months of the last twelve, or since the first movement, in which more went out than came in",
        zh: "近十二个月（或自首笔流水起）净流出月份占比"
      },
      empty: noFlows,
      safer: "lower"
    }),
    idle_month_share: flows("double", "share", {
      about: {
        en: "Months of the last twelve, or since the first movement, without an inflow",
        zh: "近十二个月（或自首笔流水起）无流入月份占比"
      },
      empty: noFlows,
      safer: "lower"
    }),
    sales_inflow_share: flows("double", "share", {
      about: {en: "Receipts for sales among twelve months' inflows", zh: "近十二个月销售回款占流入比"},
      empty: noIn,
      safer: "higher"
    }),
    purchase_outflow_share: flows("double", "share", {
      about: {en: "Payments for purchases among twelve months' outflows", zh: "近十二个月采购付款占流出比"},
      empty: noOut,
      safer: "neither"
    }),
    payroll_outflow_share: flows("double", "share", {
      about: {en: "Payroll among twelve months' outflows", zh: "近十二个月代发工资占流出比"},
      empty: noOut,
      safer: "neither"
    }),
    payroll_month_share: flows("double", "share", {
      about: {
        en: "Months of the last twelve, or since the first movement, in which payroll was paid",
        zh: "近十二个月（或自首笔流水起）发放工资月份占比"
      },
      empty: noFlows,
      safer: "higher"
    }),
    payroll_variation_ratio: flows("double", "ratio", {
      about: {
        en: "Standard deviation to mean of monthly payroll, over the months of the last twelve that have one",
        zh: "近十二个月有工资发放月份的工资变异系数"
      },
      empty: {
        en: "Fewer than two months with payroll, or the feed had ended",
        zh: "发放工资月份不足两个，或流水来源已停止"
      },
      safer: "lower"
    }),
    payroll_seasonal_rate: flows("double", "rate", {
      about: {
        en: "Payroll of the last three months against the same months of the year before",
        zh: "近三个月工资同比增长率"
      },
      empty: shortSeason,
      safer: "higher"
    }),
    since_payroll_days: flows("integer", "days", {
      about: {en: "Days since payroll was last paid", zh: "距最近一次发放工资天数"},
      empty: {en: "None paid here within two years, or the feed had ended", zh: "两年内无工资发放，或流水来源已停止"},
      safer: "lower"
    }),
    tax_month_share: flows("double", "share", {
      about: {
        en: "Months of the last twelve, or since the first movement, in which tax was paid",
        zh: "近十二个月（或自首笔流水起）缴税月份占比"
      },
      empty: noFlows,
      safer: "higher"
    }),
    since_tax_days: flows("integer", "days", {
      about: {en: "Days since tax was last paid", zh: "距最近一次缴税天数"},
      empty: {en: "None paid here within two years, or the feed had ended", zh: "两年内无缴税，或流水来源已停止"},
      safer: "lower"
    }),
    tax_to_sales_ratio: flows("double", "ratio", {
      about: {en: "Tax paid to receipts for sales, twelve months", zh: "近十二个月缴税与销售回款之比"},
      empty: {
        en: "No receipt for a sale within the year, or the feed had ended",
        zh: "近一年无销售回款，或流水来源已停止"
      },
      safer: "neither"
    }),
    repayment_outflow_share: flows("double", "share", {
      about: {en: "Loan repayments among all that went out in twelve months", zh: "近十二个月还贷占全部流出比"},
      empty: noOut,
      safer: "lower"
    }),
    repayment_cover_ratio: flows("double", "ratio", {
      about: {
        en: "Inflows less outflows of twelve months, to the loan repayments of these",
        zh: "近十二个月净流入与还贷金额之比"
      },
      empty: {
        en: "No loan repaid through the accounts within the year, or the feed had ended",
        zh: "近一年账户无还贷，或流水来源已停止"
      },
      safer: "higher"
    }),
    revenue_share: withStatements("double", "share", {
      about: {
        en: "Share of the obligor's flows at this bank: receipts for sales of twelve months to the revenue of its latest annual statement known by then, its own before its group's",
        zh: "本行资金归集度：近十二个月销售回款与届时已知最近年报营业收入之比（优先单体口径）"
      },
      empty: {
        en: "Less than twelve months of account history, or no annual statement of the last two years with revenue, or the feed had ended",
        zh: "账户历史不足十二个月，或近两年无含营业收入的年报，或流水来源已停止"
      },
      safer: "higher"
    }),
    net_flow_to_limit_ratio: withBook("double", "ratio", {
      about: {
        en: "Inflows less outflows of twelve months, to the limits in force",
        zh: "近十二个月净流入与有效额度之比"
      },
      empty: {
        en: "Less than twelve months of account history, no limit in the book, or the feed had ended",
        zh: "账户历史不足十二个月，或无在册额度，或流水来源已停止"
      },
      safer: "higher"
    })
  }
});
