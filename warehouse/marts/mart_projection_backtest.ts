import {defineMart} from "../contract.js";
import {EVERYONE, mart} from "./column.js";

/** One row per basis, year of projection and quarter ahead. */
export const martProjectionBacktest = defineMart({
  name: "mart_projection_backtest",
  about: {en: "How projections of cash flow compare with what came", zh: "现金流预测与实际的对比"},
  grain: ["basis", "year", "quarter"],
  columns: {
    basis: mart("varchar", "code", "flow_basis", EVERYONE),
    year: mart("integer", "count", "projection_year", EVERYONE),
    quarter: mart("integer", "count", "quarter_ahead", EVERYONE),
    sample: mart("varchar", "code", "split", EVERYONE),
    outcomes: mart("bigint", "count", "projection_outcomes", EVERYONE),
    inside: mart("bigint", "count", "projection_inside", EVERYONE),
    below: mart("bigint", "count", "projection_below", EVERYONE),
    nominal_share: mart("double", "share", "nominal_coverage", EVERYONE),
    coverage_share: mart("double", "share", "interval_coverage", EVERYONE),
    bias_ratio: mart("double", "ratio", "projection_bias", EVERYONE),
    error_ratio: mart("double", "ratio", "projection_error", EVERYONE),
    naive_error_ratio: mart("double", "ratio", "naive_error", EVERYONE, {nullable: true})
  }
});
