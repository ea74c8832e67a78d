import {defineMart} from "../contract.js";
import {BOOK_READERS, mart, RISK_ONLY} from "./column.js";

/** One row per obligor in the book at the latest observation date. Empty where the source lacks the fact. */
export const martObligors = defineMart({
  name: "mart_obligors",
  about: {en: "Every obligor at the latest observation date", zh: "最新观察日的全部债务人"},
  grain: ["pseudonym"],
  columns: {
    pseudonym: mart("varchar", "id", "pseudonym", BOOK_READERS),
    obligor_id: mart("varchar", "id", "obligor_id", RISK_ONLY),
    name: mart("varchar", "text", "obligor_name", RISK_ONLY, {nullable: true}),
    registration_number: mart("varchar", "id", "registration_number", RISK_ONLY, {nullable: true}),
    observation_date: mart("date", "date", "observation_date", BOOK_READERS),
    grade: mart("varchar", "code", "grade", BOOK_READERS),
    grade_order: mart("integer", "count", "member_order", BOOK_READERS),
    pd: mart("double", "probability", "pd", BOOK_READERS, {nullable: true}),
    previous_grade: mart("varchar", "code", "previous_grade", BOOK_READERS, {nullable: true}),
    tier: mart("varchar", "code", "tier", BOOK_READERS, {nullable: true}),
    contribution_score: mart("double", "share", "tier_contribution", BOOK_READERS, {nullable: true}),
    potential_score: mart("double", "share", "tier_potential", BOOK_READERS, {nullable: true}),
    risk_score: mart("double", "share", "tier_risk", BOOK_READERS, {nullable: true}),
    industry_section: mart("varchar", "code", "industry_section", BOOK_READERS, {nullable: true}),
    size_class: mart("varchar", "code", "size_class", BOOK_READERS, {nullable: true}),
    region: mart("varchar", "code", "region", BOOK_READERS, {nullable: true}),
    drawn: mart("double", "currency", "drawn", BOOK_READERS, {nullable: true}),
    limit: mart("double", "currency", "limit", BOOK_READERS, {nullable: true}),
    days_past_due: mart("integer", "days", "days_past_due", BOOK_READERS, {nullable: true})
  }
});
