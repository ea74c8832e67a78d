import {derived, maybe, observationKey} from "#warehouse/column.js";
import {defineTable} from "#warehouse/contract.js";

export const scoreRatings = defineTable({
  name: "score_ratings",
  about: {en: "PD and grade of every obligor at each observation date", zh: "各观察日债务人评级"},
  grain: ["obligor_id", "observation_date"],
  columns: {
    ...observationKey,
    pd: maybe("double", "probability", {
      en: "12-month PD; empty for an obligor in default",
      zh: "12个月违约概率;违约债务人为空"
    }),
    grade: derived("varchar", "code", {en: "Grade; D in default", zh: "等级"}),
    grade_order: derived("integer", "count", {en: "Place on the master scale, safest at 0", zh: "等级次序"}),
    model_id: derived("varchar", "id", {en: "Model that gave the PD", zh: "模型"}),
    sample: derived("varchar", "code", {
      en: "train, test or outside: the part that this row played in fitting the model",
      zh: "样本划分"
    })
  }
});
