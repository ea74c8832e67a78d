import {derived, maybe} from "../column.js";
import {defineTable} from "../contract.js";

export const targetDefaultDates = defineTable({
  name: "target_default_dates",
  about: {en: "First default of each obligor, by the written definition", zh: "各债务人首次违约日"},
  grain: ["effective_from", "obligor_id"],
  columns: {
    effective_from: derived("date", "date", {en: "Version of the default policy", zh: "违约政策版本生效日"}),
    obligor_id: derived("varchar", "id", {en: "Obligor", zh: "债务人编号"}),
    default_date: maybe("date", "date", {
      en: "First day of default; empty where the source gives no date",
      zh: "首次违约日;来源未给出日期时为空"
    }),
    basis: derived("varchar", "code", {en: "What met the definition: days_past_due, event or undated", zh: "触发依据"})
  }
});
