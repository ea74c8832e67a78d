import {define} from "./define.js";

/** How models are measured. */
export const MODELS_DEFINITIONS = {
  model_id: define(
    "Model",
    "模型",
    "Identifier of the fitted model: its kind, and a hash of all its coefficients and transforms.",
    "模型标识:模型种类与其全部系数、变换的哈希。"
  ),
  split: define("Sample", "样本", "Part of the data on which the figure was measured.", "度量所用的样本划分。"),
  metric: define("Measure", "指标", "What was measured.", "所度量的指标。"),
  metric_value: define("Value", "数值", "The measured value.", "度量值。"),
  metric_lower: define("Lower bound", "下限", "Lower end of the 95 % interval.", "95%置信区间下限。"),
  metric_upper: define("Upper bound", "上限", "Upper end of the 95 % interval.", "95%置信区间上限。"),
  sample_size: define("Observations", "观测数", "Obligor observations in the sample.", "样本中的债务人观测数。"),
  event_count: define("Defaults", "违约数", "Defaults in the sample.", "样本中的违约数。")
};
