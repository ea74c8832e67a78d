/** Why a row is not loaded, in the order in which a row is examined: what is wrong in itself before what clashes with others. */
export type Rule =
  | "unreadable"
  | "wrong_field_count"
  | "totals_row"
  | "missing_value"
  | "not_a_date"
  | "not_a_number"
  | "not_allowed"
  | "bad_format"
  | "check_digit"
  | "sign"
  | "date_out_of_range"
  | "published_too_early"
  | "accounting_identity"
  | "partial_payment"
  | "red_letter_sign"
  | "unknown_reference"
  | "no_exchange_rate"
  | "key_conflict"
  | "duplicate";

/** Something that a row shows by itself. `fails` is SQL over the typed columns and, as `<name>__said`, what was said. */
export interface Check {
  readonly rule: Rule;
  readonly column: string;
  readonly fails: string;
}
