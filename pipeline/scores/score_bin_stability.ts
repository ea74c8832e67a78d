import {defineTable} from "#warehouse/contract.js";
import {defined, maybeDefined} from "./defined.js";

export const scoreBinStability = defineTable({
  name: "score_bin_stability",
  about: {en: "How the bins of each scorecard stood, year by year", zh: "各评分卡分箱的逐年表现"},
  grain: ["experiment_id", "feature", "bin_order", "year"],
  columns: {
    experiment_id: defined("varchar", "id", "experiment"),
    feature: defined("varchar", "code", "characteristic"),
    bin_order: defined("integer", "count", "characteristic_bin"),
    year: defined("integer", "years", "stability_year"),
    observations: defined("bigint", "count", "sample_observations"),
    defaults: defined("bigint", "count", "sample_defaults"),
    share: defined("double", "share", "bin_share"),
    odr: maybeDefined("double", "rate", "bin_rate"),
    psi: maybeDefined("double", "ratio", "bin_psi"),
    psi_critical: maybeDefined("double", "ratio", "bin_psi_critical"),
    is_crossed: defined("boolean", "flag", "bin_crossed")
  }
});
