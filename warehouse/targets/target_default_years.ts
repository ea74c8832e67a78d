import {maybe, observationKey} from "../column.js";
import {defineTable} from "../contract.js";

/** The hazard of year k is the rows with `default_year = k` over those with `years_observed >= k`. */
export const targetDefaultYears = defineTable({
  name: "target_default_years",
  about: {
    en: "First default by year after each observation date, for term structures",
    zh: "观察日后各年的首次违约(用于期限结构)"
  },
  grain: ["obligor_id", "observation_date"],
  columns: {
    ...observationKey,
    default_year: maybe("integer", "count", {
      en: "Year after the observation date in which the first default came, 1 to 5; empty where none came in a year that is over",
      zh: "首次违约发生在观察日后第几年(1 至 5);已满各年均无违约则为空"
    }),
    years_observed: maybe("integer", "count", {
      en: "Whole years seen, that of the default included, 5 at most; empty where the obligor is in default already or its defaults are unknown or undated",
      zh: "完整观察年数(含违约当年,至多 5);已违约、结果未知或无日期时为空"
    })
  }
});
