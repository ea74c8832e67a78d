import {defineMart} from "../contract.js";
import {mart} from "./column.js";

/** One row per observation date. */
export const martPortfolio = defineMart({
  name: "mart_portfolio",
  about: {en: "The book at each observation date", zh: "各观察日的组合总览"},
  grain: ["observation_date"],
  columns: {
    observation_date: mart("date", "date", "observation_date"),
    obligors: mart("bigint", "count", "obligor_count"),
    rated: mart("bigint", "count", "rated_count"),
    in_default: mart("bigint", "count", "in_default_count"),
    drawn: mart("double", "currency", "drawn", {nullable: true}),
    limit: mart("double", "currency", "limit", {nullable: true}),
    expected_defaults: mart("double", "count", "expected_defaults"),
    mean_pd: mart("double", "probability", "mean_pd", {nullable: true}),
    outcomes_known: mart("bigint", "count", "outcomes_known"),
    defaults_observed: mart("bigint", "count", "defaults_observed", {nullable: true}),
    odr: mart("double", "rate", "odr", {nullable: true})
  }
});
