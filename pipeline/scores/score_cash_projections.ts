import {derived, maybe, observationKey} from "#warehouse/column.js";
import {defineTable} from "#warehouse/contract.js";

export const scoreCashProjections = defineTable({
  name: "score_cash_projections",
  about: {
    en: "Operating cash flow and debt service of the next four quarters, as projected on the observation date",
    zh: "观察日对未来四个季度经营现金流与还本付息的预测"
  },
  grain: ["obligor_id", "observation_date", "quarter"],
  columns: {
    ...observationKey,
    quarter: derived("integer", "count", {
      en: "Quarters ahead: 1 is the first calendar quarter that begins after the date",
      zh: "未来第几个季度:1 为观察日后开始的第一个自然季度"
    }),
    quarter_end: derived("date", "date", {en: "Last day of the quarter", zh: "季度末"}),
    basis: maybe("varchar", "code", {
      en: "What the flow is projected from: statements, or account flows at this bank; empty where fewer than four quarters are known",
      zh: "现金流依据:财务报表或本行账户流水;已知季度不足四个时为空"
    }),
    low: maybe("double", "currency", {en: "Lower end of the interval of the flow", zh: "现金流区间下限"}),
    operating_cash_flow: maybe("double", "currency", {
      en: "Net operating cash flow projected for the quarter; empty where there is no basis",
      zh: "预测季度经营现金流净额;无依据时为空"
    }),
    high: maybe("double", "currency", {en: "Upper end of the interval of the flow", zh: "现金流区间上限"}),
    debt_service: maybe("double", "currency", {
      en: "Principal and interest due to this bank in the quarter, arrears in the first; empty where the source has no exposures",
      zh: "本行当季应收本息,欠款计入第一季度;来源无敞口时为空"
    }),
    cover_low_ratio: maybe("double", "ratio", {en: "Lower end of the cash cover", zh: "现金保障倍数下限"}),
    cover_ratio: maybe("double", "ratio", {
      en: "Operating cash flow to debt service; empty where nothing is due or either is not known",
      zh: "现金保障倍数:经营现金流/应还本息;无应还或任一未知时为空"
    }),
    cover_high_ratio: maybe("double", "ratio", {en: "Upper end of the cash cover", zh: "现金保障倍数上限"})
  }
});
