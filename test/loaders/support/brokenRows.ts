import {
  creditEvent,
  exposure,
  facility,
  industryValue,
  invoice,
  obligor,
  repayment,
  SMALL_BANK,
  statement,
  type Bank,
  type Cells
} from "./smallBank.js";

/** A row that breaks one rule, at a column, where a value stands. */
export interface BrokenRow {
  readonly rule: string;
  readonly extract: string;
  readonly row: Cells;
  readonly column: string;
  readonly value: string | null;
}

/** A clean bank, to which the rows are added. */
export const BANK: Bank = {
  ...SMALL_BANK,
  invoices: [invoice("I1", "O1")],
  industry_series: [industryValue("C", "2020-03-31")],
  credit_events: [creditEvent("E1", "O1")]
};

const blank = (row: Cells) => Object.fromEntries(Object.keys(row).map((name) => [name, ""]));

export const BROKEN_ROWS: readonly BrokenRow[] = [
  refused("totals_row", "exposures", {...blank(exposure("", "")), facility_id: "合计", drawn: "300.03"}, "facility_id"),
  refused("totals_row", "repayments", {...blank(repayment("", "")), facility_id: " Total "}, "facility_id", "Total"),
  refused("missing_value", "exposures", exposure("", "2020-03-31"), "facility_id", null),
  refused("missing_value", "exposures", exposure("F1", "  "), "month_end", null),
  refused("not_a_date", "exposures", exposure("F1", "2019-02-30"), "month_end"),
  refused("not_a_date", "exposures", exposure("F1", "20191301"), "month_end"),
  refused("not_a_date", "exposures", exposure("F1", "28.02.2019"), "month_end"),
  refused("not_a_date", "exposures", exposure("F1", "02/28/2019"), "month_end"),
  refused("not_a_date", "repayments", repayment("F1", "2020-05-20", {paid_date: "soon"}), "paid_date"),
  refused("not_a_number", "exposures", exposure("F1", "2020-03-31", {drawn: "1,2O3"}), "drawn"),
  refused("not_a_number", "exposures", exposure("F1", "2020-03-31", {drawn: "1e30"}), "drawn"),
  refused("not_a_number", "exposures", exposure("F1", "2020-03-31", {days_past_due: "3.7"}), "days_past_due"),
  refused("not_a_number", "facilities", facility("F3", "O1", {annual_rate: "nan"}), "annual_rate"),
  refused("not_a_number", "facilities", facility("F3", "O1", {annual_rate: "inf"}), "annual_rate"),
  refused("not_allowed", "facilities", facility("F3", "O1", {product: "mortgage"}), "product"),
  refused("not_allowed", "financial_statements", statement("O2", "2018-12-31", {is_audited: "perhaps"}), "is_audited"),
  refused("bad_format", "obligors", obligor("O3", {industry_code: "3911"}), "industry_code"),
  refused("bad_format", "obligors", obligor("O3", {industry_code: "C39110"}), "industry_code"),
  refused("bad_format", "obligors", obligor("O3", {industry_code: "U12"}), "industry_code"),
  refused("bad_format", "obligors", obligor("O3", {region: "110000"}), "region"),
  refused("bad_format", "industry_series", industryValue("C39", "2020-03-31"), "industry_section"),
  refused("missing_value", "credit_events", creditEvent("E2", "O1", {published_date: ""}), "published_date", null),
  refused("check_digit", "obligors", obligor("O3", {registration_number: "91350100M000100Y44"}), "registration_number"),
  refused("sign", "exposures", exposure("F1", "2020-03-31", {drawn: "-0.01"}), "drawn"),
  refused("sign", "repayments", repayment("F1", "2020-05-20", {amount_due: "0"}), "amount_due"),
  refused("date_out_of_range", "exposures", exposure("F1", "1989-12-31"), "month_end"),
  refused("date_out_of_range", "exposures", exposure("F1", "2100-01-02"), "month_end"),
  refused("date_out_of_range", "obligors", obligor("O3", {founded_date: "1799-12-31"}), "founded_date"),
  refused(
    "published_too_early",
    "financial_statements",
    statement("O2", "2018-12-31", {published_date: "2018-12-30"}),
    "published_date"
  ),
  refused(
    "published_too_early",
    "industry_series",
    industryValue("C", "2020-06-30", {published_date: "2020-06-29"}),
    "published_date"
  ),
  refused(
    "published_too_early",
    "credit_events",
    creditEvent("E2", "O1", {published_date: "2020-02-09"}),
    "published_date"
  ),
  refused("partial_payment", "repayments", repayment("F1", "2020-05-20", {paid_date: ""}), "amount_paid"),
  refused(
    "partial_payment",
    "repayments",
    repayment("F1", "2020-05-20", {amount_paid: "0.01", paid_date: ""}),
    "amount_paid"
  ),
  refused("red_letter_sign", "invoices", invoice("I2", "O1", {is_red_letter: "true", amount: "0.01"}), "amount"),
  refused(
    "accounting_identity",
    "financial_statements",
    statement("O2", "2018-12-31", {equity: "598.99"}),
    "total_assets"
  ),
  refused("unknown_reference", "exposures", exposure("F9", "2020-03-31"), "facility_id"),
  refused("unknown_reference", "facilities", facility("F3", "O9"), "obligor_id"),
  refused("duplicate", "exposures", exposure("F1", "2020-01-31"), "facility_id, month_end", "F1, 2020-01-31"),
  refused(
    "key_conflict",
    "exposures",
    exposure("F1", "2020-01-31", {drawn: "100.02"}),
    "facility_id, month_end",
    "F1, 2020-01-31"
  )
];

function refused(rule: string, extract: string, row: Cells, column: string, value?: string | null): BrokenRow {
  return {rule, extract, row, column, value: value === undefined ? row[column]! : value};
}
