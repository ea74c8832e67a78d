import {defineMart} from "../contract.js";
import {EVERYONE, mart} from "./column.js";

/** One row per quarter ahead. */
export const martCashOutlook = defineMart({
  name: "mart_cash_outlook",
  about: {
    en: "Obligors whose cash flow is projected to fall short of what is due",
    zh: "预测现金流不足以偿付本息的债务人"
  },
  grain: ["quarter"],
  columns: {
    quarter: mart("integer", "count", "quarter_ahead", EVERYONE),
    quarter_end: mart("date", "date", "projected_quarter_end", EVERYONE),
    obligors: mart("bigint", "count", "obligor_count", EVERYONE),
    covered: mart("bigint", "count", "obligors_with_cover", EVERYONE),
    short: mart("bigint", "count", "obligors_short", EVERYONE),
    surely_short: mart("bigint", "count", "obligors_surely_short", EVERYONE),
    short_share: mart("double", "share", "short_share", EVERYONE, {nullable: true}),
    debt_service: mart("double", "currency", "debt_service", EVERYONE, {nullable: true})
  }
});
