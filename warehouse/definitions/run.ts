import {define} from "./define.js";

/** The record of a run. */
export const RUN_DEFINITIONS = {
  run_step: define("Step", "步骤", "One step of the run.", "运行步骤。"),
  table_name: define("Table", "表", "Table in the warehouse.", "仓库中的表。"),
  row_count: define("Rows", "行数", "Rows of the table.", "表的行数。"),
  input_kind: define(
    "Kind of input",
    "输入类型",
    "Extract, policy, code, model, seed or setting.",
    "抽取、政策、代码、模型、种子或设置。"
  ),
  input_name: define("Input", "输入", "Name of the input.", "输入名称。"),
  input_version: define("Version", "版本", "Content hash or version of the input.", "输入的内容哈希或版本。")
};
