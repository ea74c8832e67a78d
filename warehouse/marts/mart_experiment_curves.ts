import {defineMart} from "../contract.js";
import {mart, MODELLERS} from "./column.js";

/** One row per experiment, sample and point of the curve. */
export const martExperimentCurves = defineMart({
  name: "mart_experiment_curves",
  about: {en: "ROC and gains curves of each experiment", zh: "各实验的ROC与增益曲线"},
  grain: ["experiment_id", "sample", "point"],
  columns: {
    experiment_id: mart("varchar", "id", "experiment", MODELLERS),
    sample: mart("varchar", "code", "experiment_sample", MODELLERS),
    point: mart("integer", "count", "curve_point", MODELLERS),
    called_share: mart("double", "share", "called_share", MODELLERS),
    hit_rate: mart("double", "share", "hit_rate", MODELLERS),
    false_alarm_rate: mart("double", "share", "false_alarm_rate", MODELLERS)
  }
});
