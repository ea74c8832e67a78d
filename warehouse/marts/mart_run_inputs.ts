import {defineMart} from "../contract.js";
import {EVERYONE, mart} from "./column.js";

/** One row per input of the run. */
export const martRunInputs = defineMart({
  name: "mart_run_inputs",
  about: {en: "What the run was made from", zh: "本次运行的输入清单"},
  grain: ["kind", "name"],
  columns: {
    kind: mart("varchar", "code", "input_kind", EVERYONE),
    name: mart("varchar", "text", "input_name", EVERYONE),
    version: mart("varchar", "version", "input_version", EVERYONE),
    rows: mart("bigint", "count", "row_count", EVERYONE, {nullable: true})
  }
});
