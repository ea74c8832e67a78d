import {defineMart} from "../contract.js";
import {EVERYONE, mart} from "./column.js";

/** One row per yearly observation date and grade of the master scale, D excluded. */
export const martGradePerformance = defineMart({
  name: "mart_grade_performance",
  about: {en: "PD against observed defaults, by grade and year", zh: "各等级违约概率与实际违约率"},
  grain: ["observation_date", "grade"],
  columns: {
    observation_date: mart("date", "date", "observation_date", EVERYONE),
    grade: mart("varchar", "code", "grade", EVERYONE),
    grade_order: mart("integer", "count", "member_order", EVERYONE),
    lower_pd: mart("double", "probability", "grade_lower_pd", EVERYONE),
    upper_pd: mart("double", "probability", "grade_upper_pd", EVERYONE),
    rated: mart("bigint", "count", "rated_count", EVERYONE),
    expected_defaults: mart("double", "count", "expected_defaults", EVERYONE),
    mean_pd: mart("double", "probability", "mean_pd", EVERYONE, {nullable: true}),
    outcomes_known: mart("bigint", "count", "outcomes_known", EVERYONE),
    defaults_observed: mart("bigint", "count", "defaults_observed", EVERYONE, {nullable: true}),
    odr: mart("double", "rate", "odr", EVERYONE, {nullable: true})
  }
});
