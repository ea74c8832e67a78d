import {defineMart} from "../contract.js";
import {mart} from "./column.js";

/** One row per yearly observation date, industry section and size class. */
export const martSegments = defineMart({
  name: "mart_segments",
  about: {en: "Industry by size at each year's observation date", zh: "行业与规模交叉"},
  grain: ["observation_date", "industry_section", "size_class"],
  columns: {
    observation_date: mart("date", "date", "observation_date"),
    industry_section: mart("varchar", "code", "industry_section"),
    size_class: mart("varchar", "code", "size_class"),
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
