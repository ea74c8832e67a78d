import {defineMart} from "../contract.js";
import {mart, MODELLERS} from "./column.js";

const NULLABLE = {nullable: true} as const;

/** One row per experiment and feature of its model. */
export const martCharacteristics = defineMart({
  name: "mart_characteristics",
  about: {en: "The features of each model", zh: "各模型的变量"},
  grain: ["experiment_id", "feature"],
  columns: {
    experiment_id: mart("varchar", "id", "experiment", MODELLERS),
    feature: mart("varchar", "code", "characteristic", MODELLERS),
    characteristic_order: mart("integer", "count", "characteristic_order", MODELLERS),
    coefficient: mart("double", "ratio", "characteristic_coefficient", MODELLERS, NULLABLE),
    standard_error: mart("double", "ratio", "characteristic_error", MODELLERS, NULLABLE),
    p_value: mart("double", "ratio", "characteristic_p", MODELLERS, NULLABLE),
    vif: mart("double", "ratio", "characteristic_vif", MODELLERS, NULLABLE),
    iv: mart("double", "ratio", "characteristic_iv", MODELLERS, NULLABLE)
  }
});
