import {defineMart} from "../contract.js";
import {EVERYONE, mart} from "./column.js";

/** One row per extract and year of the event, with all years together. */
export const martQualityScores = defineMart({
  name: "mart_quality_scores",
  about: {en: "Quality of each extract over the years", zh: "各数据抽取质量及趋势"},
  grain: ["extract", "period"],
  columns: {
    extract: mart("varchar", "code", "extract", EVERYONE),
    period: mart("varchar", "code", "event_year", EVERYONE),
    rows: mart("bigint", "count", "rows_in_force", EVERYONE),
    withheld: mart("bigint", "count", "rows_withheld", EVERYONE),
    quarantined: mart("bigint", "count", "rows_quarantined", EVERYONE),
    failing: mart("bigint", "count", "rows_failing", EVERYONE),
    accuracy: mart("double", "share", "accuracy", EVERYONE, {nullable: true}),
    completeness: mart("double", "share", "completeness", EVERYONE, {nullable: true}),
    timeliness: mart("double", "share", "timeliness", EVERYONE, {nullable: true}),
    mean_lag_days: mart("double", "days", "mean_lag_days", EVERYONE, {nullable: true}),
    score: mart("double", "share", "quality_score", EVERYONE, {nullable: true})
  }
});
