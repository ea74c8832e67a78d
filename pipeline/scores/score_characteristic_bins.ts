import {defineTable} from "#warehouse/contract.js";
import {defined, maybeDefined} from "./defined.js";

export const scoreCharacteristicBins = defineTable({
  name: "score_characteristic_bins",
  about: {en: "The bins of each scorecard, with their points", zh: "各评分卡的分箱与分值"},
  grain: ["experiment_id", "feature", "bin_order"],
  columns: {
    experiment_id: defined("varchar", "id", "experiment"),
    feature: defined("varchar", "code", "characteristic"),
    bin_order: defined("integer", "count", "characteristic_bin"),
    kind: defined("varchar", "code", "characteristic_bin"),
    lower: maybeDefined("double", "ratio", "characteristic_bin"),
    upper: maybeDefined("double", "ratio", "characteristic_bin"),
    label: maybeDefined("varchar", "code", "characteristic_bin"),
    observations: defined("bigint", "count", "sample_observations"),
    defaults: defined("bigint", "count", "sample_defaults"),
    odr: maybeDefined("double", "rate", "bin_rate"),
    woe: defined("double", "ratio", "characteristic_woe"),
    points: defined("integer", "points", "characteristic_points")
  }
});
