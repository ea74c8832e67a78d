import {maybe, observationKey} from "../column.js";
import {defineTable} from "../contract.js";

export const featRepayments = defineTable({
  name: "feat_repayments",
  about: {en: "How the obligor paid, as known by then", zh: "还款表现"},
  grain: ["obligor_id", "observation_date"],
  columns: {
    ...observationKey,
    days_past_due: maybe("integer", "days", {
      en: "Days since the oldest material instalment unpaid fell due; 0 where none; empty where nothing was ever due",
      zh: "当前逾期天数"
    }),
    worst_days_late: maybe("integer", "days", {
      en: "Longest delay of a material instalment of the year or still unpaid, as known by then",
      zh: "近一年最长逾期天数"
    }),
    late_share: maybe("double", "share", {
      en: "Instalments of the year that were paid late or not at all; empty where none was due",
      zh: "近一年逾期期数占比"
    })
  }
});
