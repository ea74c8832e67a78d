import {derived, maybe, observationKey} from "../column.js";
import {defineTable} from "../contract.js";

export const targetDefault = defineTable({
  name: "target_default",
  about: {en: "What the performance window after each observation date showed", zh: "各观察日后表现期内的违约结果"},
  grain: ["obligor_id", "observation_date"],
  columns: {
    ...observationKey,
    is_in_default: derived("boolean", "flag", {
      en: "In default on the observation date: begun by then and not cured",
      zh: "观察日处于违约状态(已发生且未恢复)"
    }),
    default_date: maybe("date", "date", {
      en: "First default that begins within the window",
      zh: "表现期内首次新发生违约日"
    }),
    defaulted: maybe("boolean", "flag", {
      en: "Defaulted within the window; empty while unknown, in default already, or the window is open, and after a withdrawal that the policy excludes",
      zh: "表现期内是否违约;未知、已违约、表现期未满或按政策剔除的退出客户为空"
    }),
    is_undated: derived("boolean", "flag", {
      en: "The source reports the default without its date: association, not prediction",
      zh: "来源未给出违约日期"
    }),
    outcome_status: derived("varchar", "code", {
      en: "What is known of the outcome: observed, open (window not over), withdrawn (left the book and did not default), in_default, unknown_coverage or undated",
      zh: "结果状态:observed 已观察、open 表现期未满、withdrawn 未违约而退出、in_default 观察日已违约、unknown_coverage 结果未知、undated 无日期"
    }),
    months_observed: maybe("integer", "months", {
      en: "Months of the window seen: until default (its month included), departure, the end of the data or of the window; empty where nothing can be watched",
      zh: "表现期内实际观察月数(至违约当月、退出、数据截止或表现期末);无法观察时为空"
    })
  }
});
