import {defineMart} from "../contract.js";
import {EVERYONE, mart} from "./column.js";

/** One row per model, sample and measure. */
export const martModels = defineMart({
  name: "mart_models",
  about: {en: "How well the PD model orders and levels", zh: "违约模型的区分与校准"},
  grain: ["model_id", "split", "metric"],
  columns: {
    model_id: mart("varchar", "id", "model_id", EVERYONE),
    split: mart("varchar", "code", "split", EVERYONE),
    metric: mart("varchar", "code", "metric", EVERYONE),
    value: mart("double", "ratio", "metric_value", EVERYONE),
    lower: mart("double", "ratio", "metric_lower", EVERYONE, {nullable: true}),
    upper: mart("double", "ratio", "metric_upper", EVERYONE, {nullable: true}),
    observations: mart("bigint", "count", "sample_size", EVERYONE),
    events: mart("bigint", "count", "event_count", EVERYONE)
  }
});
