import {defineMart} from "../contract.js";
import {EVERYONE, mart} from "./column.js";

/** One row per observation date, dimension (grade, tier, size, industry, region) and class. */
export const martComposition = defineMart({
  name: "mart_composition",
  about: {en: "The book by each dimension, over time", zh: "各维度组合构成及变化"},
  grain: ["observation_date", "dimension", "member"],
  columns: {
    observation_date: mart("date", "date", "observation_date", EVERYONE),
    dimension: mart("varchar", "code", "dimension", EVERYONE),
    member: mart("varchar", "code", "member", EVERYONE),
    member_order: mart("integer", "count", "member_order", EVERYONE),
    obligors: mart("bigint", "count", "obligor_count", EVERYONE),
    rated: mart("bigint", "count", "rated_count", EVERYONE),
    drawn: mart("double", "currency", "drawn", EVERYONE, {nullable: true}),
    expected_defaults: mart("double", "count", "expected_defaults", EVERYONE),
    mean_pd: mart("double", "probability", "mean_pd", EVERYONE, {nullable: true}),
    outcomes_known: mart("bigint", "count", "outcomes_known", EVERYONE),
    defaults_observed: mart("bigint", "count", "defaults_observed", EVERYONE, {nullable: true}),
    odr: mart("double", "rate", "odr", EVERYONE, {nullable: true})
  }
});
