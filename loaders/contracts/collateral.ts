import {defineExtract} from "#warehouse/contract.js";
import {amount, code, credit, date, id} from "./column.js";

/**
 * Security for a facility. A new valuation is a new row, known from the day on which its report came in; an asset that secures several
 * facilities has a row for each.
 */
export const collateral = defineExtract({
  name: "collateral",
  about: {en: "Collateral and its valuations", zh: "押品及估值"},
  grain: ["collateral_id", "facility_id", "valuation_date"],
  dates: {event: "valuation_date", published: "published_date"},
  columns: {
    collateral_id: id(credit, {en: "Collateral", zh: "押品编号"}),
    facility_id: id(credit, {en: "Facility that it secures", zh: "授信编号"}, {references: "facilities.facility_id"}),
    type: code(
      credit,
      {en: "Kind of asset", zh: "押品类型"},
      {
        allowed: [
          "real_estate",
          "land_use_right",
          "equipment",
          "vehicle",
          "inventory",
          "receivables",
          "deposit",
          "securities",
          "other"
        ]
      }
    ),
    valuation_date: date(credit, {en: "Day of the valuation", zh: "估值日"}),
    published_date: date(credit, {en: "Day on which the valuation became known", zh: "获知日期"}),
    value: amount(credit, {en: "Value on that day", zh: "评估价值"}, {sign: "nonnegative"}),
    prior_claims: amount(
      credit,
      {en: "Claims of others that rank before the bank's", zh: "优先受偿权金额"},
      {nullable: true, sign: "nonnegative"}
    ),
    released_date: date(
      credit,
      {en: "Day on which the bank gave it up; empty while it holds it", zh: "解除日"},
      {nullable: true}
    )
  }
});
