import {derived, maybe} from "#warehouse/column.js";
import {defineTable} from "#warehouse/contract.js";

export const scoreProjectionBacktest = defineTable({
  name: "score_projection_backtest",
  about: {en: "How projections of past dates compare with what came", zh: "历史现金流预测与实际的对比"},
  grain: ["basis", "observation_date", "quarter"],
  columns: {
    basis: derived("varchar", "code", {
      en: "What the flow was projected from: statements, or account flows at this bank",
      zh: "现金流依据:财务报表或本行账户流水"
    }),
    observation_date: derived("date", "date", {en: "Date on which it was projected", zh: "预测日"}),
    quarter: derived("integer", "count", {en: "Quarters ahead", zh: "未来第几个季度"}),
    sample: derived("varchar", "code", {
      en: "Whether the model learned from dates like this (train), or has not seen the date (test)",
      zh: "样本:训练或测试"
    }),
    outcomes: derived("bigint", "count", {en: "Projections whose outcome came", zh: "已有实际值的预测数"}),
    inside: derived("bigint", "count", {en: "Outcomes within their interval", zh: "落在区间内的数量"}),
    below: derived("bigint", "count", {en: "Outcomes below their interval", zh: "低于区间下限的数量"}),
    nominal_share: derived("double", "share", {
      en: "Share of outcomes that the interval is meant to hold",
      zh: "区间名义覆盖率"
    }),
    coverage_share: derived("double", "share", {en: "Outcomes within their interval, to outcomes", zh: "实际覆盖率"}),
    bias_ratio: derived("double", "ratio", {
      en: "Mean of outcome less projection, in quarterly sales; above zero where projections were too low",
      zh: "平均偏差(实际减预测,以季度销售额计);大于零表示预测偏低"
    }),
    error_ratio: derived("double", "ratio", {
      en: "Mean distance of outcome and projection, in quarterly sales",
      zh: "平均绝对误差(以季度销售额计)"
    }),
    naive_error_ratio: maybe("double", "ratio", {
      en: "The same of the latest known flow of the same quarter of a year; empty where none was known",
      zh: "以上年同季为预测的平均绝对误差;未知时为空"
    })
  }
});
