import {defineMart} from "../contract.js";
import {mart} from "./column.js";

/** One row per observation date, dimension (grade, tier, size, industry, region) and class. */
export const martComposition = defineMart({
  name: "mart_composition",
  about: {en: "The book by each dimension, over time", zh: "各维度组合构成及变化"},
  grain: ["observation_date", "dimension", "member"],
  columns: {
    observation_date: mart("date", "date", "observation_date"),
    dimension: mart("varchar", "code", "dimension"),
    member: mart("varchar", "code", "member"),
    member_order: mart("integer", "count", "member_order"),
    obligors: mart("bigint", "count", "obligor_count"),
    rated: mart("bigint", "count", "rated_count"),
    drawn: mart("double", "currency", "drawn", {nullable: true}),
    expected_defaults: mart("double", "count", "expected_defaults"),
    mean_pd: mart("double", "probability", "mean_pd", {nullable: true}),
    outcomes_known: mart("bigint", "count", "outcomes_known"),
    defaults_observed: mart("bigint", "count", "defaults_observed", {nullable: true}),
    odr: mart("double", "rate", "odr", {nullable: true})
  }
});
