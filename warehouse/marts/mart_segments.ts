import {defineMart} from "../contract.js";
import {EVERYONE, mart} from "./column.js";

/** One row per yearly observation date, industry section and size class. */
export const martSegments = defineMart({
  name: "mart_segments",
  about: {en: "Industry by size at each year's observation date", zh: "行业与规模交叉"},
  grain: ["observation_date", "industry_section", "size_class"],
  columns: {
    observation_date: mart("date", "date", "observation_date", EVERYONE),
    industry_section: mart("varchar", "code", "industry_section", EVERYONE),
    size_class: mart("varchar", "code", "size_class", EVERYONE),
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
