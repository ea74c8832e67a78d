import {derived} from "#warehouse/column.js";
import {defineTable} from "#warehouse/contract.js";

export const scoreMasterScale = defineTable({
  name: "score_master_scale",
  about: {en: "The master scales in force, default last", zh: "主标尺"},
  grain: ["effective_from", "grade"],
  columns: {
    effective_from: derived("date", "date", {en: "First observation date to which it applies", zh: "生效观察日"}),
    effective_until: derived("date", "date", {
      en: "First observation date to which it no longer applies",
      zh: "失效观察日"
    }),
    grade: derived("varchar", "code", {en: "Grade", zh: "等级"}),
    grade_order: derived("integer", "count", {en: "Place, safest at 0", zh: "次序"}),
    lower_pd: derived("double", "probability", {en: "Lower PD", zh: "下限"}),
    upper_pd: derived("double", "probability", {en: "Upper PD", zh: "上限"})
  }
});
