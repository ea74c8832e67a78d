import {checkDigitFails} from "../entities/socialCreditCode.js";
import type {Check} from "./rules.js";

/** What must hold between the columns of a row, by contract. A part that is empty proves nothing. */
export const ROW_RULES: ReadonlyMap<string, readonly Check[]> = new Map([
  [
    "obligors",
    [{rule: "check_digit", column: "registration_number", fails: checkDigitFails("registration_number")}] as Check[]
  ],
  [
    "financial_statements",
    [
      {
        rule: "accounting_identity",
        column: "total_assets",
        fails: "abs(total_assets - total_liabilities - equity) > 1" // one unit of currency is left for rounding
      }
    ]
  ],
  ["repayments", [{rule: "partial_payment", column: "amount_paid", fails: "paid_date is null and amount_paid > 0"}]],
  ["invoices", [{rule: "red_letter_sign", column: "amount", fails: "is_red_letter and amount > 0"}]]
]);
