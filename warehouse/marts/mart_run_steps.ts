import {defineMart} from "../contract.js";
import {EVERYONE, mart} from "./column.js";

/** One row per table that a step wrote. */
export const martRunSteps = defineMart({
  name: "mart_run_steps",
  about: {en: "Row counts of each step", zh: "各步骤行数"},
  grain: ["step", "table_name"],
  columns: {
    step: mart("varchar", "code", "run_step", EVERYONE),
    table_name: mart("varchar", "text", "table_name", EVERYONE),
    rows: mart("bigint", "count", "row_count", EVERYONE)
  }
});
