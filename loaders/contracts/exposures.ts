import {defineExtract} from "#warehouse/contract.js";
import {amount, code, count, credit, date, id} from "./column.js";

/**
 * The book at each month end, known on that day: an observation date is a month end, and it is the lender's own book that is looked at. A row
 * that is put right later is a correction of what the book said.
 */
export const exposures = defineExtract({
  name: "exposures",
  about: {en: "Exposure at each month end", zh: "月末敞口"},
  grain: ["facility_id", "month_end"],
  dates: {event: "month_end", published: "month_end"},
  columns: {
    facility_id: id(credit, {en: "Facility", zh: "授信编号"}, {references: "facilities.facility_id"}),
    month_end: date(credit, {en: "Month end", zh: "月末"}),
    limit: amount(credit, {en: "Limit in force", zh: "有效额度"}, {sign: "nonnegative"}),
    drawn: amount(credit, {en: "Principal outstanding", zh: "未偿本金"}, {sign: "nonnegative"}),
    days_past_due: count(credit, {en: "Days past due as the core system counts them", zh: "核心系统逾期天数"}),
    classification: code(
      credit,
      {en: "Class of the five-category system that the bank gave it", zh: "贷款五级分类"},
      {nullable: true, allowed: ["pass", "special_mention", "substandard", "doubtful", "loss"]}
    )
  }
});
