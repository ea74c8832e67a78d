import {defineMart} from "../contract.js";
import {mart} from "./column.js";

/** One row per model, sample and measure. */
export const martModels = defineMart({
  name: "mart_models",
  about: {en: "How well the PD model orders and levels", zh: "违约模型的区分与校准"},
  grain: ["model_id", "split", "metric"],
  columns: {
    model_id: mart("varchar", "id", "model_id"),
    split: mart("varchar", "code", "split"),
    metric: mart("varchar", "code", "metric"),
    value: mart("double", "ratio", "metric_value"),
    lower: mart("double", "ratio", "metric_lower", {nullable: true}),
    upper: mart("double", "ratio", "metric_upper", {nullable: true}),
    observations: mart("bigint", "count", "sample_size"),
    events: mart("bigint", "count", "event_count")
  }
});
