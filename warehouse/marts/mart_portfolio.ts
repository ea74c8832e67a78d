import {defineMart} from "../contract.js";
import {EVERYONE, mart} from "./column.js";

/** One row per observation date. */
export const martPortfolio = defineMart({
  name: "mart_portfolio",
  about: {en: "The book at each observation date", zh: "各观察日的组合总览"},
  grain: ["observation_date"],
  columns: {
    observation_date: mart("date", "date", "observation_date", EVERYONE),
    obligors: mart("bigint", "count", "obligor_count", EVERYONE),
    rated: mart("bigint", "count", "rated_count", EVERYONE),
    in_default: mart("bigint", "count", "in_default_count", EVERYONE),
    drawn: mart("double", "currency", "drawn", EVERYONE, {nullable: true}),
    limit: mart("double", "currency", "limit", EVERYONE, {nullable: true}),
    expected_defaults: mart("double", "count", "expected_defaults", EVERYONE),
    mean_pd: mart("double", "probability", "mean_pd", EVERYONE, {nullable: true}),
    outcomes_known: mart("bigint", "count", "outcomes_known", EVERYONE),
    defaults_observed: mart("bigint", "count", "defaults_observed", EVERYONE, {nullable: true}),
    odr: mart("double", "rate", "odr", EVERYONE, {nullable: true})
  }
});
