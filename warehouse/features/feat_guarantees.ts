import {observationKey} from "../column.js";
import {defineTable} from "../contract.js";
import {featureFrom} from "../feature.js";

const book = featureFrom("guarantees", "facilities", "exposures");
const judged = featureFrom("guarantees", "facilities", "exposures", "credit_events");
const noDelivery = {
  en: "Not in the book on that day, or before the first guarantee of the source",
  zh: "当日不在册，或早于来源首笔保证"
};
const unknown = {en: "No guarantor whose standing is known", zh: "无情况可知的保证人"};

export const featGuarantees = defineTable({
  name: "feat_guarantees",
  about: {en: "Who answers for the obligor, for whom it answers, and how these stand", zh: "保证担保情况"},
  grain: ["obligor_id", "observation_date"],
  reach: "others",
  columns: {
    ...observationKey,
    guarantors: book("bigint", "count", {
      about: {en: "Parties whose guarantees of facilities in the book hold", zh: "为在册授信提供有效保证的保证人数量"},
      empty: {en: "Before the first guarantee of the source", zh: "早于来源首笔保证"},
      safer: "neither"
    }),
    guarantee_cover_share: book("double", "share", {
      about: {
        en: "Principal that guarantees in force cover, each facility up to what is drawn, to principal outstanding",
        zh: "有效保证覆盖的本金（每笔授信以已提取本金为限）占未偿本金比"
      },
      empty: noDelivery,
      safer: "higher"
    }),
    joint_guarantee_share: book("double", "share", {
      about: {en: "Joint and several guarantees among those in force whose kind is stated", zh: "连带责任保证笔数占比"},
      empty: {en: "No guarantee whose kind is stated", zh: "无注明保证方式的保证"},
      safer: "higher"
    }),
    late_guarantors: book("bigint", "count", {
      about: {
        en: "Guarantors that are more than 30 days past due with this bank",
        zh: "在本行逾期超过三十天的保证人数量"
      },
      empty: unknown,
      safer: "lower"
    }),
    failed_guarantors: judged("bigint", "count", {
      about: {en: "Guarantors of which an event of default was known by then", zh: "届时已知发生违约事件的保证人数量"},
      empty: {
        en: "No guarantor whose standing is known, or the source dates no event",
        zh: "无情况可知的保证人，或来源不提供事件日期"
      },
      safer: "lower"
    }),
    guarantees_given_to_drawn_ratio: book("double", "ratio", {
      about: {
        en: "Principal of others for which it answers, each guarantee up to its amount and to what is drawn, to its own principal outstanding",
        zh: "对外保证的未偿本金（每笔以保证金额和已提取本金为限）与自身未偿本金之比"
      },
      empty: noDelivery,
      safer: "lower"
    }),
    late_guaranteed_obligors: book("bigint", "count", {
      about: {
        en: "Obligors for which it answers that are more than 30 days past due",
        zh: "逾期超过三十天的被保证债务人数量"
      },
      empty: {en: "It answers for nobody", zh: "未对外提供保证"},
      safer: "lower"
    })
  }
});
