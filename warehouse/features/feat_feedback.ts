import {observationKey} from "../column.js";
import {defineTable, type Text} from "../contract.js";
import {featureFrom} from "../feature.js";

const told = featureFrom("interactions");
const NO_CONTACT: Text = {en: "No contact was known by then", zh: "当时尚无接触记录"};

/** What obligors tell serves the relationship; a rating policy that names it is refused. */
export const featFeedback = defineTable({
  name: "feat_feedback",
  about: {
    en: "What the obligor told the bank and when they met, as known by then",
    zh: "客户反馈与接触(截至观察日已知)"
  },
  grain: ["obligor_id", "observation_date"],
  columns: {
    ...observationKey,
    satisfaction_points: told("double", "points", {
      about: {en: "Mean satisfaction of twelve months, from 1 to 5", zh: "近十二个月平均满意度,1 至 5"},
      empty: {en: "No answer in twelve months", zh: "近十二个月无满意度回答"},
      safer: "neither"
    }),
    satisfaction_change_points: told("double", "points", {
      about: {
        en: "Mean satisfaction of twelve months less that of the twelve before",
        zh: "近十二个月平均满意度减前十二个月"
      },
      empty: {en: "No answer in one of the two years", zh: "两年之一无满意度回答"},
      safer: "neither"
    }),
    net_promoter_share: told("double", "share", {
      about: {
        en: "Recommendations of 9 or 10 less those of 6 and below, to all of 24 months: from -1 to 1",
        zh: "近二十四个月净推荐值:推荐(9-10)减贬损(0-6)占全部,-1 至 1"
      },
      empty: {en: "No recommendation in 24 months", zh: "近二十四个月无推荐评分"},
      safer: "neither"
    }),
    complaints: told("bigint", "count", {
      about: {en: "Complaints of twelve months; 0 where there were none", zh: "近十二个月投诉次数,无则为 0"},
      empty: NO_CONTACT,
      safer: "neither"
    }),
    visits: told("bigint", "count", {
      about: {en: "Visits of twelve months; 0 where there were none", zh: "近十二个月走访次数,无则为 0"},
      empty: NO_CONTACT,
      safer: "neither"
    }),
    contact_age_days: told("integer", "days", {
      about: {en: "Days since the last contact of any kind", zh: "最近一次接触距今天数"},
      empty: {en: "No contact in 24 months", zh: "近二十四个月无接触"},
      safer: "neither"
    }),
    visit_age_days: told("integer", "days", {
      about: {en: "Days since the last visit", zh: "最近一次走访距今天数"},
      empty: {en: "No visit in 24 months", zh: "近二十四个月无走访"},
      safer: "neither"
    })
  }
});
