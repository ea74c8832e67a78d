import {derived} from "../column.js";
import {defineTable} from "../contract.js";

export const targetExclusions = defineTable({
  name: "target_exclusions",
  about: {en: "Obligors in the book by what is known of their outcome", zh: "各观察日按结果状态统计的债务人数"},
  grain: ["observation_date", "outcome_status"],
  columns: {
    observation_date: derived("date", "date", {en: "Observation date", zh: "观察日"}),
    outcome_status: derived("varchar", "code", {en: "As in target_default", zh: "结果状态,同 target_default"}),
    obligors: derived("bigint", "count", {
      en: "Obligors; over all statuses of a date, the whole book of it",
      zh: "债务人数;各状态合计为当日全部在账债务人"
    }),
    defaults: derived("bigint", "count", {en: "Of these, defaulted within the window", zh: "其中表现期内违约数"}),
    is_excluded: derived("boolean", "flag", {
      en: "Their outcome is not known, so no model learns from them",
      zh: "结果未知,不参与建模"
    })
  }
});
