import {maybe, observationKey} from "#warehouse/column.js";
import {defineTable} from "#warehouse/contract.js";

export const scoreWorkingCapital = defineTable({
  name: "score_working_capital",
  about: {
    en: "Need for working capital by the annex formula, and room for a new loan",
    zh: "营运资金量与新增流动资金贷款额度测算"
  },
  grain: ["obligor_id", "observation_date"],
  columns: {
    ...observationKey,
    need: maybe("double", "currency", {
      en: "Working capital that a year's sales will need; empty where the formula does not apply",
      zh: "营运资金量;公式不适用时为空"
    }),
    turns: maybe("double", "ratio", {en: "Turns of working capital in a year", zh: "营运资金周转次数"}),
    working_capital_days: maybe("double", "days", {
      en: "Days of inventory and receivables less days of payables, on means of two year ends, of a year of 360 days; empty where one is not known",
      zh: "存货天数+应收天数-应付天数(取年初年末均值,一年360天);任一未知时为空"
    }),
    new_limit: maybe("double", "currency", {
      en: "The need less own funds, working-capital loans here and other short-term debt, never below zero; empty where one is not known",
      zh: "新增额度:营运资金量减自有资金、本行流贷及其他短期债务,不低于零;任一未知时为空"
    }),
    not_applicable_reason: maybe("varchar", "code", {
      en: "Why there is no need: inputs_missing, or trade_financed where suppliers and customers pay for all of the trade; empty where there is one",
      zh: "不适用原因:缺输入,或供应商与客户资金已覆盖全部周转;适用时为空"
    })
  }
});
