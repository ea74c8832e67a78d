import {observationKey} from "../column.js";
import {defineTable, type Text} from "../contract.js";
import {featureFrom} from "../feature.js";

const review = featureFrom("qualitative_reviews");
const NO_REVIEW: Text = {en: "No review was known by then", zh: "当时尚无评估"};

function answer(en: string, zh: string) {
  return review("integer", "points", {
    about: {
      en: `${en}: answer of the last review, from 1 (weak) to 5 (strong)`,
      zh: `${zh}:最近一次评估评分,1(弱)至 5(强)`
    },
    empty: {en: "No review was known by then, or the last did not answer it", zh: "当时尚无评估,或最近一次未作答"},
    safer: "higher"
  });
}

const NOTHING_TO_COMPARE: Text = {
  en: "No question was answered in both of the last two reviews",
  zh: "最近两次评估没有都作答的问题"
};

export const featReviews = defineTable({
  name: "feat_reviews",
  about: {en: "Answers of the last review known by then", zh: "最近已知定性评估"},
  grain: ["obligor_id", "observation_date"],
  columns: {
    ...observationKey,
    management_points: answer("Management", "管理层"),
    supply_chain_points: answer("Supply chain", "供应链"),
    market_position_points: answer("Market position", "市场地位"),
    governance_points: answer("Governance", "公司治理"),
    transparency_points: answer("Transparency", "信息透明度"),
    review_points: review("double", "points", {
      about: {en: "Mean of the answers of the last review", zh: "最近一次评估的平均评分"},
      empty: {en: "No review was known by then, or the last answered nothing", zh: "当时尚无评估,或最近一次均未作答"},
      safer: "higher"
    }),
    weakest_answer_points: review("integer", "points", {
      about: {en: "Lowest answer of the last review", zh: "最近一次评估的最低评分"},
      empty: {en: "No review was known by then, or the last answered nothing", zh: "当时尚无评估,或最近一次均未作答"},
      safer: "higher"
    }),
    review_age_days: review("integer", "days", {
      about: {en: "Days since the last review", zh: "最近一次评估距今天数"},
      empty: NO_REVIEW,
      safer: "lower"
    }),
    missing_answers: review("bigint", "count", {
      about: {en: "Of five questions, those without an answer in the last review", zh: "最近一次评估五题中未作答题数"},
      empty: NO_REVIEW,
      safer: "lower"
    }),
    review_change_points: review("double", "points", {
      about: {
        en: "Mean change of the answers against the review before, over the questions answered in both",
        zh: "较上一次评估的平均变动(仅两次均作答的问题)"
      },
      empty: NOTHING_TO_COMPARE,
      safer: "higher"
    }),
    worsened_answers: review("bigint", "count", {
      about: {en: "Questions answered lower than in the review before", zh: "评分低于上一次评估的题数"},
      empty: NOTHING_TO_COMPARE,
      safer: "lower"
    })
  }
});
