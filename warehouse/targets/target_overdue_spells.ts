import {derived, maybe} from "../column.js";
import {defineTable} from "../contract.js";

export const targetOverdueSpells = defineTable({
  name: "target_overdue_spells",
  about: {en: "Unbroken runs of days overdue", zh: "连续逾期区间"},
  grain: ["effective_from", "measure", "obligor_id", "counter_id", "first_date"],
  columns: {
    effective_from: derived("date", "date", {en: "Version of the default policy", zh: "违约政策版本生效日"}),
    measure: derived("varchar", "code", {
      en: "What is overdue: any amount, or a material one by the policy",
      zh: "口径:any 为任意金额,material 为达到重大金额"
    }),
    obligor_id: derived("varchar", "id", {en: "Obligor", zh: "债务人编号"}),
    counter_id: derived("varchar", "id", {
      en: "Whose days are counted: the facility of one instalment, or the obligor",
      zh: "计数对象:单期所属授信,或债务人"
    }),
    first_date: derived("date", "date", {en: "First day past due", zh: "逾期首日"}),
    last_date: maybe("date", "date", {
      en: "Last day, on which it was paid; empty where it is overdue at the end of the data",
      zh: "逾期末日(付清当日);数据截止时仍逾期则为空"
    })
  }
});
