import {derived} from "../column.js";
import {defineTable} from "../contract.js";

export const targetDefaultTriggers = defineTable({
  name: "target_default_triggers",
  about: {en: "Days on which the definition of default is met anew", zh: "触发违约定义的日期"},
  grain: ["effective_from", "obligor_id", "trigger_date", "cause"],
  columns: {
    effective_from: derived("date", "date", {en: "Version of the default policy", zh: "违约政策版本生效日"}),
    obligor_id: derived("varchar", "id", {en: "Obligor", zh: "债务人编号"}),
    trigger_date: derived("date", "date", {en: "Day on which it is met", zh: "触发日"}),
    cause: derived("varchar", "code", {
      en: "days_past_due, or the type of the event that became known",
      zh: "触发原因:days_past_due 或信用事件类型"
    })
  }
});
