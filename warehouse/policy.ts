import {derived} from "./column.js";
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
    material_amount: derived("double", "currency", {
      en: "Least amount of an instalment that counts",
      zh: "重大金额下限"
    }),
    events: derived("varchar", "text", {
      en: "Types of credit event that are default, comma-separated",
      zh: "视为违约的事件类型"
    }),
    performance_window_months: derived("integer", "months", {
      en: "Months in which default is watched",
      zh: "表现期月数"
    })
  }
});
