import {derived, observationKey} from "#warehouse/column.js";
import {defineTable} from "#warehouse/contract.js";

export const scoreTiers = defineTable({
  name: "score_tiers",
  about: {en: "Tier of every obligor at each observation date", zh: "客户层级"},
  grain: ["obligor_id", "observation_date"],
  columns: {
    ...observationKey,
    tier: derived("varchar", "code", {en: "Tier", zh: "层级"}),
    contribution_score: derived("double", "share", {en: "Contribution rank", zh: "贡献得分"}),
    potential_score: derived("double", "share", {en: "Potential rank", zh: "潜力得分"}),
    risk_score: derived("double", "share", {en: "Risk rank, safest at 1", zh: "风险得分"})
  }
});
