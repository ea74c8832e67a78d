import {defineMart} from "../contract.js";
import {mart} from "./column.js";

/** One row per yearly observation date whose window is complete, grade then, and grade twelve months later. */
export const martMigration = defineMart({
  name: "mart_migration",
  about: {en: "Grade migration over twelve months", zh: "12个月等级迁徙"},
  grain: ["observation_date", "from_grade", "to_grade"],
  columns: {
    observation_date: mart("date", "date", "observation_date"),
    from_grade: mart("varchar", "code", "from_grade"),
    to_grade: mart("varchar", "code", "to_grade"),
    from_order: mart("integer", "count", "member_order"),
    to_order: mart("integer", "count", "member_order"),
    obligors: mart("bigint", "count", "obligor_count"),
    drawn: mart("double", "currency", "drawn", {nullable: true})
  }
});
