import {observationKey} from "../column.js";
import {defineTable} from "../contract.js";
import {featureFrom} from "../feature.js";

const book = featureFrom("exposures", "facilities");
const noBook = {en: "Not in the book on that day", zh: "当日不在册"};
const noLimit = {en: "Not in the book on that day, or no limit", zh: "当日不在册，或无额度"};

export const featExposures = defineTable({
  name: "feat_exposures",
  about: {en: "How the limits were used and what was past due, by the month-end book", zh: "月末敞口表现"},
  grain: ["obligor_id", "observation_date"],
  columns: {
    ...observationKey,
    core_days_past_due: book("integer", "days", {
      about: {en: "Most days past due of a facility, as the core system counts them", zh: "核心系统当前最长逾期天数"},
      empty: noBook,
      safer: "lower"
    }),
    worst_core_days_past_due: book("integer", "days", {
      about: {
        en: "Most days past due at a month end of the last twelve, as the core system counts them",
        zh: "近十二个月末核心系统最长逾期天数"
      },
      empty: noBook,
      safer: "lower"
    }),
    overdue_month_share: book("double", "share", {
      about: {
        en: "Of the last twelve month ends, those in the book: share at which something was past due",
        zh: "近十二个月末中，逾期月末占在册月末比"
      },
      empty: noBook,
      safer: "lower"
    }),
    since_overdue_months: book("integer", "months", {
      about: {en: "Months since a month end at which something was past due", zh: "距最近一次月末逾期月数"},
      empty: {en: "Never past due at a month end, or not in the book", zh: "从未在月末逾期，或当日不在册"},
      safer: "higher"
    }),
    risk_class_rank: book("integer", "count", {
      about: {
        en: "Worst class that the bank gave a facility, from 1 (pass) to 5 (loss)",
        zh: "五级分类最差等级，1 为正常、5 为损失"
      },
      empty: {en: "Not in the book on that day, or not classified", zh: "当日不在册，或未分类"},
      safer: "lower"
    }),
    excess_month_share: book("double", "share", {
      about: {
        en: "Of the last twelve month ends, those in the book: share at which a facility was drawn above its limit",
        zh: "近十二个月末中，超限额月末占在册月末比"
      },
      empty: noBook,
      safer: "lower"
    }),
    average_utilisation_share: book("double", "share", {
      about: {
        en: "Sum of principal outstanding to sum of limits, over the month ends of the last twelve in the book",
        zh: "近十二个月末中在册月末的未偿本金合计与额度合计之比"
      },
      empty: noLimit,
      safer: "lower"
    }),
    peak_utilisation_share: book("double", "share", {
      about: {en: "Highest utilisation at a month end of the last twelve", zh: "近十二个月末最高额度使用率"},
      empty: noLimit,
      safer: "lower"
    }),
    utilisation_range_share: book("double", "share", {
      about: {
        en: "Highest less lowest utilisation at the month ends of the last twelve",
        zh: "近十二个月末额度使用率极差"
      },
      empty: noLimit,
      safer: "neither"
    }),
    utilisation_change_share: book("double", "share", {
      about: {en: "Utilisation less that of three months before", zh: "额度使用率较三个月前变化"},
      empty: {en: "Not in the book on one of the two days, or no limit then", zh: "两个日期之一不在册，或当时无额度"},
      safer: "lower"
    }),
    drawn_growth_rate: book("double", "rate", {
      about: {en: "Principal outstanding against that of a year before", zh: "未偿本金同比增长率"},
      empty: {
        en: "Not in the book on one of the two days, or nothing drawn then",
        zh: "两个日期之一不在册，或当时无未偿本金"
      },
      safer: "neither"
    }),
    book_months: book("integer", "months", {
      about: {
        en: "Month ends at which the obligor was in the book so far, from the source's first on",
        zh: "自来源首个月末起累计在册月数"
      },
      empty: noBook,
      safer: "higher"
    })
  }
});
