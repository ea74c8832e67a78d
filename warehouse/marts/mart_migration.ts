import {defineMart} from "../contract.js";
import {EVERYONE, mart} from "./column.js";

/** One row per yearly observation date whose window is complete, grade then, and grade twelve months later. */
export const martMigration = defineMart({
  name: "mart_migration",
  about: {en: "Grade migration over twelve months", zh: "12个月等级迁徙"},
  grain: ["observation_date", "from_grade", "to_grade"],
  columns: {
    observation_date: mart("date", "date", "observation_date", EVERYONE),
    from_grade: mart("varchar", "code", "from_grade", EVERYONE),
    to_grade: mart("varchar", "code", "to_grade", EVERYONE),
    from_order: mart("integer", "count", "member_order", EVERYONE),
    to_order: mart("integer", "count", "member_order", EVERYONE),
    obligors: mart("bigint", "count", "obligor_count", EVERYONE),
    drawn: mart("double", "currency", "drawn", EVERYONE, {nullable: true})
  }
});
