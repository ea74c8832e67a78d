import {derived} from "#warehouse/column.js";
import {defineTable} from "#warehouse/contract.js";

export const scoreDebtServiceBacktest = defineTable({
  name: "score_debt_service_backtest",
  about: {
    en: "Debt service projected at past dates, beside the instalments that fell due, of loans without arrears",
    zh: "历史还本付息预测与实际到期金额的对比(无逾期贷款)"
  },
  grain: ["observation_date", "quarter"],
  columns: {
    observation_date: derived("date", "date", {en: "Date on which it was projected", zh: "预测日"}),
    quarter: derived("integer", "count", {en: "Quarters ahead", zh: "未来第几个季度"}),
    loans: derived("bigint", "count", {
      en: "Loans that were drawn and without arrears",
      zh: "已支用且无逾期的贷款笔数"
    }),
    projected: derived("double", "currency", {en: "Principal and interest projected", zh: "预测应还本息"}),
    fell_due: derived("double", "currency", {en: "Instalments of these loans that fell due", zh: "实际到期本息"})
  }
});
