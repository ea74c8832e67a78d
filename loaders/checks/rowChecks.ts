import type {QualityPolicy} from "./policy.js";

/** Something that must hold between or within the columns of a row in force. A part that is empty proves nothing. */
export interface RowCheck {
  readonly name: string;
  readonly kind: "identity" | "range";
  readonly column: string;
  /** Columns that it reads. */
  readonly reads: readonly string[];
  /** SQL that holds for the rows that fail. */
  readonly fails: string;
}

/** The checks of a row of an extract, as the policy tells them. */
export function rowChecksOf(extract: string, policy: QualityPolicy): readonly RowCheck[] {
  return CHECKS[extract]?.(policy) ?? [];
}

const CHECKS: Readonly<Record<string, (policy: QualityPolicy) => readonly RowCheck[]>> = {
  obligors: () => [
    range("founded_first", ["founded_date", "onboarded_date"], "founded_date > onboarded_date"),
    range("employees", ["employees"], "employees > 5000000")
  ],
  financial_statements: ({identity: {amount, income_share: share}}) => [
    identity(
      "balance",
      ["total_assets", "total_liabilities", "equity"],
      `abs(total_assets - total_liabilities - equity) > ${amount}`
    ),
    parts("assets", ["current_assets", "fixed_assets"], "total_assets", amount),
    parts("current_assets", ["cash", "receivables", "inventory"], "current_assets", amount),
    parts("liabilities", ["current_liabilities", "long_term_debt"], "total_liabilities", amount),
    parts("current_liabilities", ["payables", "short_term_debt"], "current_liabilities", amount),
    identity(
      "income",
      ["net_income", "revenue", "cost_of_sales", "operating_expense", "interest_expense", "tax"],
      `abs(revenue - cost_of_sales - operating_expense - interest_expense - tax - net_income)
        > greatest(${amount}, ${share} * abs(revenue))`
    ),
    range("revenue", ["revenue"], "revenue < 0")
  ],
  facilities: ({range: {highest_annual_rate: rate}}) => [
    range("annual_rate", ["annual_rate"], `annual_rate > ${rate}`),
    range("maturity", ["maturity_date", "start_date"], "maturity_date < start_date")
  ],
  exposures: ({range: {over_limit_share: share, highest_days_past_due: days}}) => [
    range("within_limit", ["drawn", "limit"], `drawn > "limit" * ${1 + share}`),
    range("days_past_due", ["days_past_due"], `days_past_due not between 0 and ${days}`)
  ],
  repayments: ({identity: {amount}}) => [
    range("paid", ["amount_paid", "amount_due"], `amount_paid > amount_due + ${amount}`)
  ],
  invoices: ({identity: {amount}}) => [
    identity("total", ["total", "amount", "tax"], `abs(total - amount - tax) > ${amount}`),
    identity("tax_sign", ["tax", "amount"], "tax * sign(amount) < 0")
  ],
  receivables: () => [
    range("due", ["due_date", "invoice_date"], "due_date < invoice_date"),
    range("settled", ["settled_date", "invoice_date"], "settled_date < invoice_date")
  ],
  orders: () => [
    range("promised", ["promised_date", "order_date"], "promised_date < order_date"),
    range("delivered", ["delivered_date", "order_date"], "delivered_date < order_date")
  ],
  collateral: () => [range("released", ["released_date", "valuation_date"], "released_date < valuation_date")],
  guarantees: () => [range("valid", ["valid_until", "valid_from"], "valid_until < valid_from")],
  projects: ({identity: {amount}}) => [parts("equity", ["equity"], "total_cost", amount)],
  applications: () => [
    range("decided", ["decision_date", "application_date"], "decision_date < application_date"),
    range("approved", ["approved_limit", "decision"], "approved_limit > 0 and decision <> 'approved'")
  ],
  consents: () => [
    range("withdrawn", ["withdrawn_date", "granted_date"], "withdrawn_date < granted_date"),
    range("expires", ["expires_date", "granted_date"], "expires_date < granted_date")
  ],
  qualitative_reviews: () => [range("answer", ["answer"], "answer not between 1 and 5")],
  interactions: () => [
    range("satisfaction", ["score", "kind"], "kind = 'satisfaction' and score not between 1 and 5"),
    range("recommendation", ["score", "kind"], "kind = 'recommendation' and score not between 0 and 10")
  ]
};

function range(name: string, reads: readonly [string, ...string[]], fails: string): RowCheck {
  return {name, kind: "range", column: reads[0], reads, fails};
}

function identity(name: string, reads: readonly [string, ...string[]], fails: string): RowCheck {
  return {name, kind: "identity", column: reads[0], reads, fails};
}

/** Parts may not exceed their total by more than `amount`. Parts that are empty count as nothing. */
function parts(name: string, columns: readonly string[], total: string, amount: number): RowCheck {
  const sum = columns.map((column) => `coalesce(${column}, 0)`).join(" + ");
  return {
    name: `parts_of_${name}`,
    kind: "identity",
    column: total,
    reads: [total, ...columns],
    fails: `${sum} > ${total} + ${amount}`
  };
}
