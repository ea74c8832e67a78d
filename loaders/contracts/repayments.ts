import {defineExtract} from "#warehouse/contract.js";
import {amount, credit, date, id} from "./column.js";

/** Every instalment that fell due, and when it was paid. */
export const repayments = defineExtract({
  name: "repayments",
  about: {en: "Instalments due and paid", zh: "还款计划与实还记录"},
  grain: ["facility_id", "due_date"],
  dates: {event: "due_date", published: "due_date"},
  columns: {
    facility_id: id(credit, {en: "Facility", zh: "授信编号"}, {references: "facilities.facility_id"}),
    due_date: date(credit, {en: "Day on which it fell due", zh: "应还日"}),
    amount_due: amount(credit, {en: "Principal and interest due", zh: "应还本息"}, {sign: "positive"}),
    amount_paid: amount(
      credit,
      {en: "Amount paid by the paid date; zero while unpaid", zh: "实还金额"},
      {sign: "nonnegative"}
    ),
    paid_date: date(
      credit,
      {en: "Day on which it was paid in full; empty while it is not", zh: "结清日"},
      {nullable: true}
    )
  }
});
