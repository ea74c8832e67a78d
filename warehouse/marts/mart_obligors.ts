import {defineMart} from "../contract.js";
import {EVERYONE, mart, RISK_ONLY} from "./column.js";

/** One row per obligor in the book at the latest observation date. Empty where the source lacks the fact. */
export const martObligors = defineMart({
  name: "mart_obligors",
  about: {en: "Every obligor at the latest observation date", zh: "最新观察日的全部债务人"},
  grain: ["pseudonym"],
  columns: {
    pseudonym: mart("varchar", "id", "pseudonym", EVERYONE),
    obligor_id: mart("varchar", "id", "obligor_id", RISK_ONLY),
    name: mart("varchar", "text", "obligor_name", RISK_ONLY, {nullable: true}),
    registration_number: mart("varchar", "id", "registration_number", RISK_ONLY, {nullable: true}),
    observation_date: mart("date", "date", "observation_date", EVERYONE),
    grade: mart("varchar", "code", "grade", EVERYONE),
    grade_order: mart("integer", "count", "member_order", EVERYONE),
    pd: mart("double", "probability", "pd", EVERYONE, {nullable: true}),
    previous_grade: mart("varchar", "code", "previous_grade", EVERYONE, {nullable: true}),
    tier: mart("varchar", "code", "tier", EVERYONE, {nullable: true}),
    contribution_score: mart("double", "share", "tier_contribution", EVERYONE, {nullable: true}),
    potential_score: mart("double", "share", "tier_potential", EVERYONE, {nullable: true}),
    risk_score: mart("double", "share", "tier_risk", EVERYONE, {nullable: true}),
    industry_section: mart("varchar", "code", "industry_section", EVERYONE, {nullable: true}),
    size_class: mart("varchar", "code", "size_class", EVERYONE, {nullable: true}),
    region: mart("varchar", "code", "region", EVERYONE, {nullable: true}),
    drawn: mart("double", "currency", "drawn", EVERYONE, {nullable: true}),
    limit: mart("double", "currency", "limit", EVERYONE, {nullable: true}),
    days_past_due: mart("integer", "days", "days_past_due", EVERYONE, {nullable: true})
  }
});
