import {defineMart} from "../contract.js";
import {mart, RISK_ONLY} from "./column.js";

/** One row per obligor in the book at the latest observation date and quarter ahead. */
export const martCashProjections = defineMart({
  name: "mart_cash_projections",
  about: {
    en: "Cash flow and debt service of the next four quarters, by obligor",
    zh: "各债务人未来四个季度的现金流与还本付息"
  },
  grain: ["obligor_id", "quarter"],
  columns: {
    obligor_id: mart("varchar", "id", "obligor_id", RISK_ONLY),
    quarter: mart("integer", "count", "quarter_ahead", RISK_ONLY),
    quarter_end: mart("date", "date", "projected_quarter_end", RISK_ONLY),
    name: mart("varchar", "text", "obligor_name", RISK_ONLY, {nullable: true}),
    grade: mart("varchar", "code", "grade", RISK_ONLY, {nullable: true}),
    basis: mart("varchar", "code", "flow_basis", RISK_ONLY, {nullable: true}),
    low: mart("double", "currency", "cash_flow_low", RISK_ONLY, {nullable: true}),
    operating_cash_flow: mart("double", "currency", "cash_flow_projected", RISK_ONLY, {nullable: true}),
    high: mart("double", "currency", "cash_flow_high", RISK_ONLY, {nullable: true}),
    debt_service: mart("double", "currency", "debt_service", RISK_ONLY, {nullable: true}),
    cover_low_ratio: mart("double", "ratio", "cash_cover_low", RISK_ONLY, {nullable: true}),
    cover_ratio: mart("double", "ratio", "cash_cover", RISK_ONLY, {nullable: true}),
    cover_high_ratio: mart("double", "ratio", "cash_cover_high", RISK_ONLY, {nullable: true})
  }
});
