import {derived, maybe} from "../column.js";
import {defineTable} from "../contract.js";

export const targetDefaultSpells = defineTable({
  name: "target_default_spells",
  about: {en: "Every default of each obligor, and its cure", zh: "各债务人历次违约及恢复"},
  grain: ["effective_from", "obligor_id", "spell_number"],
  columns: {
    effective_from: derived("date", "date", {en: "Version of the default policy", zh: "违约政策版本生效日"}),
    obligor_id: derived("varchar", "id", {en: "Obligor", zh: "债务人编号"}),
    spell_number: derived("integer", "count", {en: "1 for the first default, and so on", zh: "第几次违约"}),
    default_date: maybe("date", "date", {
      en: "First day of default; empty where the source gives no date",
      zh: "违约首日;来源未给出日期时为空"
    }),
    cured_date: maybe("date", "date", {
      en: "First day on which it is no longer in default; empty while it is",
      zh: "恢复日(首个非违约日);仍违约时为空"
    }),
    basis: derived("varchar", "code", {
      en: "What met the definition first: days_past_due, event or undated",
      zh: "首个触发依据"
    })
  }
});
