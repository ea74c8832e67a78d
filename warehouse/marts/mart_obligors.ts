import {defineMart} from "../contract.js";
import {mart, RISK_ONLY} from "./column.js";

/** One row per obligor in the book at the latest observation date. Empty where the source lacks the fact. */
export const martObligors = defineMart({
  name: "mart_obligors",
  about: {en: "Every obligor at the latest observation date", zh: "最新观察日的全部债务人"},
  grain: ["pseudonym"],
  columns: {
    pseudonym: mart("varchar", "id", "pseudonym"),
    obligor_id: mart("varchar", "id", "obligor_id", {audiences: RISK_ONLY}),
    name: mart("varchar", "text", "obligor_name", {nullable: true, audiences: RISK_ONLY}),
    registration_number: mart("varchar", "id", "registration_number", {nullable: true, audiences: RISK_ONLY}),
    observation_date: mart("date", "date", "observation_date"),
    grade: mart("varchar", "code", "grade"),
    grade_order: mart("integer", "count", "member_order"),
    pd: mart("double", "probability", "pd", {nullable: true}),
    previous_grade: mart("varchar", "code", "previous_grade", {nullable: true}),
    tier: mart("varchar", "code", "tier", {nullable: true}),
    contribution_score: mart("double", "share", "tier_contribution", {nullable: true}),
    potential_score: mart("double", "share", "tier_potential", {nullable: true}),
    risk_score: mart("double", "share", "tier_risk", {nullable: true}),
    industry_section: mart("varchar", "code", "industry_section", {nullable: true}),
    size_class: mart("varchar", "code", "size_class", {nullable: true}),
    region: mart("varchar", "code", "region", {nullable: true}),
    drawn: mart("double", "currency", "drawn", {nullable: true}),
    limit: mart("double", "currency", "limit", {nullable: true}),
    days_past_due: mart("integer", "days", "days_past_due", {nullable: true})
  }
});
