import {derived, maybe, observationKey} from "../column.js";
import {defineTable} from "../contract.js";

export const targetDefault = defineTable({
  name: "target_default",
  about: {en: "What the performance window after each observation date showed", zh: "各观察日后表现期内的违约结果"},
  grain: ["obligor_id", "observation_date"],
  columns: {
    ...observationKey,
    is_in_default: derived("boolean", "flag", {
      en: "In default on or before the observation date",
      zh: "观察日或之前已违约"
    }),
    default_date: maybe("date", "date", {en: "First default within the window", zh: "表现期内首次违约日"}),
    defaulted: maybe("boolean", "flag", {
      en: "Defaulted within the window; empty while unknown, in default already, or the window is open",
      zh: "表现期内是否违约;未知、已违约或表现期未满时为空"
    }),
    is_undated: derived("boolean", "flag", {
      en: "The source reports the default without its date: association, not prediction",
      zh: "来源未给出违约日期"
    })
  }
});
