import {derived, maybe} from "./column.js";
import {defineTable} from "./contract.js";

/** The default policy as SQL reads it: one row for each version in force on some observation date. */
export const policyDefault = defineTable({
  name: "policy_default",
  about: {en: "Versions of the default policy", zh: "违约政策版本"},
  grain: ["effective_from"],
  columns: {
    effective_from: derived("date", "date", {en: "First observation date to which it applies", zh: "生效观察日"}),
    effective_until: derived("date", "date", {
      en: "First observation date to which it no longer applies",
      zh: "失效观察日"
    }),
    days_past_due_over: derived("integer", "days", {
      en: "Default needs more days past due than this",
      zh: "逾期天数阈值(须超过)"
    }),
    material_by: derived("varchar", "code", {
      en: "What must be material: each instalment, or all that the obligor has overdue",
      zh: "重大性口径:instalment 逐期,obligor 按债务人合并"
    }),
    material_amount: derived("double", "currency", {
      en: "Least unpaid amount that counts",
      zh: "重大金额下限"
    }),
    material_share_over: maybe("double", "share", {
      en: "Share of the drawn exposure that it must exceed too; empty where none is asked",
      zh: "另须超过的已用敞口占比;无此要求则为空"
    }),
    events: derived("varchar", "text", {
      en: "Types of credit event that are default, comma-separated",
      zh: "视为违约的事件类型"
    }),
    incurable_events: derived("varchar", "text", {
      en: "Those from which an obligor is never cured, comma-separated",
      zh: "不可恢复的事件类型"
    }),
    cure_days: maybe("integer", "days", {
      en: "Days of probation after which default ends; empty where it never does",
      zh: "恢复观察期天数;永不恢复则为空"
    }),
    restructuring_cure_days: maybe("integer", "days", {
      en: "The same after a distressed restructuring",
      zh: "困境重组后的恢复观察期天数"
    }),
    performance_window_months: derived("integer", "months", {
      en: "Months in which default is watched",
      zh: "表现期月数"
    }),
    withdrawals: derived("varchar", "code", {
      en: "What an obligor that left the book without default is: count_as_survivor or exclude",
      zh: "未违约而退出者:count_as_survivor 视为未违约,exclude 剔除"
    })
  }
});
