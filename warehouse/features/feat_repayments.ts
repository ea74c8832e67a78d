import {observationKey} from "../column.js";
import {defineTable} from "../contract.js";
import {featureFrom} from "../feature.js";

const paid = featureFrom("repayments", "facilities");
const withBook = featureFrom("repayments", "facilities", "exposures");
const neverDue = {en: "Nothing was ever due", zh: "从未有到期应还"};
const noneDue = {en: "Nothing fell due in the window", zh: "窗口内无到期应还"};

export const featRepayments = defineTable({
  name: "feat_repayments",
  about: {en: "How the obligor paid, as known by then", zh: "还款表现"},
  grain: ["obligor_id", "observation_date"],
  columns: {
    ...observationKey,
    days_past_due: paid("integer", "days", {
      about: {
        en: "Days since the oldest material instalment unpaid fell due; 0 where none",
        zh: "最早一期未还重要应还款到期至今天数，无则为 0"
      },
      empty: neverDue,
      safer: "lower"
    }),
    worst_days_late: paid("integer", "days", {
      about: {
        en: "Longest delay of a material instalment of the year or still unpaid, as known by then",
        zh: "近一年到期或仍未还的重要应还款最长逾期天数（截至当时已知）"
      },
      empty: neverDue,
      safer: "lower"
    }),
    late_share: paid("double", "share", {
      about: {
        en: "Material instalments of the year that were paid late or not at all, to all of the year",
        zh: "近一年逾期（迟还或未还）的重要应还款期数占全部到期期数比"
      },
      empty: noneDue,
      safer: "lower"
    }),
    recent_late_share: paid("double", "share", {
      about: {
        en: "Material instalments of the last three months that were paid late or not at all, to all of these months",
        zh: "近三个月逾期（迟还或未还）的重要应还款期数占全部到期期数比"
      },
      empty: noneDue,
      safer: "lower"
    }),
    long_late_share: paid("double", "share", {
      about: {
        en: "Material instalments of the year that were more than 30 days late as known by then, to all of the year",
        zh: "近一年逾期超过三十天的重要应还款期数占全部到期期数比（截至当时已知）"
      },
      empty: noneDue,
      safer: "lower"
    }),
    average_late_days: paid("double", "days", {
      about: {
        en: "Days late an instalment of the year, as known by then; one paid on its day counts as zero",
        zh: "近一年每期平均逾期天数，按期计零（截至当时已知）"
      },
      empty: noneDue,
      safer: "lower"
    }),
    since_late_days: paid("integer", "days", {
      about: {
        en: "Days since the latest material instalment fell due that was not paid on its day",
        zh: "最近一期未按日还清的重要应还款到期至今天数"
      },
      empty: {en: "Never late with a material instalment", zh: "重要应还款从未逾期"},
      safer: "higher"
    }),
    unpaid_to_drawn_ratio: withBook("double", "ratio", {
      about: {en: "What fell due and is unpaid, to principal outstanding", zh: "到期未还金额与未偿本金之比"},
      empty: {en: "Nothing was ever due, or nothing is drawn", zh: "从未有到期应还，或无未偿本金"},
      safer: "lower"
    }),
    debt_service_to_drawn_ratio: withBook("double", "ratio", {
      about: {en: "What fell due in the year, to principal outstanding", zh: "近一年应还本息与未偿本金之比"},
      empty: {en: "Nothing fell due in the year, or nothing is drawn", zh: "近一年无到期应还，或无未偿本金"},
      safer: "neither"
    }),
    debt_service_growth_rate: paid("double", "rate", {
      about: {en: "What fell due in the year against the year before", zh: "近一年应还本息同比增长率"},
      empty: {
        en: "Nothing fell due in one of the two years, or the first instalment is not two years old: a fragment says nothing",
        zh: "两年中有一年无到期应还, 或首期应还不足两年"
      },
      safer: "lower"
    })
  }
});
