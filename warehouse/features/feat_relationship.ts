import {observationKey} from "../column.js";
import {defineTable, type Text} from "../contract.js";
import {featureFrom} from "../feature.js";

const profile = featureFrom("obligors");
const earned = featureFrom("relationship_income");

const NO_INCOME: Text = {
  en: "No income was known by then, or the source's last quarter, of any obligor, is three months past",
  zh: "当时尚无收入记录，或来源最近一次提供的季度已过三个月"
};

/** What is earned serves tiers and prices; a rating policy that names it is refused. */
export const featRelationship = defineTable({
  name: "feat_relationship",
  about: {
    en: "How long the bank knows the obligor and what it earns with it, as known by then",
    zh: "客户关系与综合收益(截至观察日已知)"
  },
  grain: ["obligor_id", "observation_date"],
  reach: "others",
  columns: {
    ...observationKey,
    tenure_days: profile("integer", "days", {
      about: {en: "Days since the bank took the obligor on", zh: "建立信贷关系天数"},
      empty: {en: "That day is not known, or lies ahead", zh: "建立日期未知或尚未到来"},
      safer: "higher"
    }),
    income: earned("double", "currency", {
      about: {
        en: "Income after the cost of funds of the twelve months that were known last; 0 where there was none in them",
        zh: "截至观察日已知的最近十二个月综合收益,期间无记录为 0"
      },
      empty: NO_INCOME,
      safer: "neither"
    }),
    income_growth_rate: earned("double", "rate", {
      about: {
        en: "Income of twelve months against that of the twelve before: change to the income then",
        zh: "近十二个月综合收益较前十二个月增长率"
      },
      empty: {
        en: "The first income known is less than two whole years old, that of the year before was not positive, or the source has ended",
        zh: "收入记录不足两整年,上一年收益非正,或来源已停止提供"
      },
      safer: "neither"
    }),
    income_kinds: earned("integer", "count", {
      about: {
        en: "Of lending, deposits, fees and other, those that earned something in twelve months",
        zh: "近十二个月有正收益的收入类型数(贷款、存款、手续费、其他)"
      },
      empty: NO_INCOME,
      safer: "neither"
    }),
    lending_income_share: earned("double", "share", {
      about: {en: "Lending margin in the income of twelve months", zh: "近十二个月贷款利差占综合收益比"},
      empty: {
        en: "No income was known by then, it was not positive, or the source has ended",
        zh: "当时尚无收入记录、收益非正,或来源已停止提供"
      },
      safer: "neither"
    }),
    fee_income_share: earned("double", "share", {
      about: {en: "Fees in the income of twelve months", zh: "近十二个月手续费占综合收益比"},
      empty: {
        en: "No income was known by then, it was not positive, or the source has ended",
        zh: "当时尚无收入记录、收益非正,或来源已停止提供"
      },
      safer: "neither"
    })
  }
});
