import type {Rule} from "./rules.js";

/** What to do about rows that broke a rule. */
export const REMEDIES: Readonly<Record<Rule, string>> = {
  unreadable: "mend the bytes or the quotes at this place",
  wrong_field_count: "quote the fields that hold the delimiter, and fill up the others",
  totals_row: "take the rows of totals out",
  missing_value: "fill the column",
  not_a_date: "write dates as 2020-01-31",
  not_a_number: "write numbers as 1234.56, without separators",
  not_allowed: "use the values that the contract names",
  bad_format: "write the codes as the contract says",
  check_digit: "check the unified social credit code against the register",
  sign: "check the signs of the column",
  date_out_of_range: "check the years",
  published_too_early: "check which column holds the day of publication",
  accounting_identity: "check assets, liabilities and equity",
  partial_payment: "give zero as paid while an instalment is open, or the day on which it was paid in full",
  red_letter_sign: "give red-letter invoices amounts below zero",
  unknown_reference: "hand over what the rows refer to, under the same numbers",
  no_exchange_rate: "hand over a rate of this currency for the day, or an earlier one",
  key_conflict: "keep one row for each key",
  duplicate: "take the repeated rows out"
};
