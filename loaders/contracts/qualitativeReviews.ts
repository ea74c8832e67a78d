import {defineExtract} from "#warehouse/contract.js";
import {code, count, credit, date, id} from "./column.js";

/** Answers to the yearly questionnaire. */
export const qualitativeReviews = defineExtract({
  name: "qualitative_reviews",
  about: {en: "Questionnaire answers", zh: "定性评估问卷"},
  grain: ["obligor_id", "review_date", "question"],
  dates: {event: "review_date", published: "review_date"},
  columns: {
    obligor_id: id(credit, {en: "Obligor", zh: "债务人编号"}, {references: "obligors.obligor_id"}),
    review_date: date(credit, {en: "Day of the review", zh: "评估日"}),
    question: code(
      credit,
      {en: "Question", zh: "问题"},
      {allowed: ["management", "supply_chain", "market_position", "governance", "transparency"]}
    ),
    answer: count(
      credit,
      {en: "From 1 (weak) to 5 (strong); empty where not answered", zh: "评分 1(弱)至 5(强)"},
      {nullable: true}
    )
  }
});
