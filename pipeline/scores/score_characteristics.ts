import {defineTable} from "#warehouse/contract.js";
import {defined, maybeDefined} from "./defined.js";

export const scoreCharacteristics = defineTable({
  name: "score_characteristics",
  about: {en: "The features of each model", zh: "各模型的变量"},
  grain: ["experiment_id", "feature"],
  columns: {
    experiment_id: defined("varchar", "id", "experiment"),
    feature: defined("varchar", "code", "characteristic"),
    characteristic_order: defined("integer", "count", "characteristic_order"),
    coefficient: maybeDefined("double", "ratio", "characteristic_coefficient"),
    standard_error: maybeDefined("double", "ratio", "characteristic_error"),
    p_value: maybeDefined("double", "ratio", "characteristic_p"),
    vif: maybeDefined("double", "ratio", "characteristic_vif"),
    iv: maybeDefined("double", "ratio", "characteristic_iv")
  }
});
