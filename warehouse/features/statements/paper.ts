import {maybe} from "../../column.js";
import {fromStatements, NO_ANNUAL} from "./told.js";

const noneInFour = {
  en: "No annual statement of a year that ended within the last 48 months was known by then",
  zh: "截至当时无近48个月内截止的年报"
};

/** Which statement it is, and how it came. */
export const paper = {
  period_end: maybe("date", "date", {
    en: "Last day of the latest fiscal year whose statement was known; empty where none of the last 48 months was",
    zh: "最近已知年报的期末;近48个月内无年报时为空"
  }),
  statement_age_days: fromStatements("integer", "days", {
    about: {
      en: "Days from that last day to the observation date; beyond 24 months every other column is empty",
      zh: "自该期末至观察日的天数;超过24个月时其余各列为空"
    },
    empty: noneInFour,
    safer: "lower"
  }),
  filing_days: fromStatements("integer", "days", {
    about: {
      en: "Days from the last day of the year to the day on which its first version became known",
      zh: "年末至首个版本获知日的天数"
    },
    empty: NO_ANNUAL,
    safer: "lower"
  }),
  is_audited: fromStatements("boolean", "flag", {
    about: {en: "Whether an auditor signed the version in force", zh: "生效版本是否经审计"},
    empty: {en: `${NO_ANNUAL.en}, or it does not say`, zh: `${NO_ANNUAL.zh}、或报表未说明`},
    safer: "higher"
  }),
  is_restated: fromStatements("boolean", "flag", {
    about: {
      en: "Whether a later version of the same year and scope had other figures; a repeat with equal figures does not count",
      zh: "同一年度、同一口径是否有数字不同的后续版本;数字相同的重报不计"
    },
    empty: NO_ANNUAL,
    safer: "lower"
  })
};

/** How large the obligor is. */
export const size = {
  revenue: maybe("decimal(18,2)", "currency", {en: "Sales of the year", zh: "营业收入"}),
  total_assets: maybe("decimal(18,2)", "currency", {en: "Total assets", zh: "资产总计"}),
  log_assets: fromStatements("double", "ratio", {
    about: {en: "Natural logarithm of total assets", zh: "资产总计的自然对数"},
    empty: {en: `${NO_ANNUAL.en}, or total assets were not above zero`, zh: `${NO_ANNUAL.zh}、或资产总计不为正`},
    safer: "higher"
  }),
  log_revenue: fromStatements("double", "ratio", {
    about: {en: "Natural logarithm of the year's sales", zh: "年度营业收入的自然对数"},
    empty: {en: `${NO_ANNUAL.en}, or there were no sales`, zh: `${NO_ANNUAL.zh}、或无营业收入`},
    safer: "higher"
  })
};
