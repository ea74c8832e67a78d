/** A column that is filled when the fact ends, the columns that are filled with it, and what they say before. */
export interface Ending {
  readonly extract: string;
  readonly column: string;
  /** Whether the fact still holds on that day. */
  readonly isLastDay?: boolean;
  readonly before?: Readonly<Record<string, string>>;
  /** What those columns say once it has ended. */
  readonly after?: Readonly<Record<string, string>>;
}

/** Facts that are known before they end: until that day their ends are empty. */
export const ENDINGS: readonly Ending[] = [
  {extract: "repayments", column: "paid_date", before: {amount_paid: "0"}, after: {amount_paid: "amount_due"}},
  {extract: "receivables", column: "settled_date"},
  {extract: "orders", column: "delivered_date"},
  {extract: "orders", column: "cancelled_date"},
  {extract: "collateral", column: "released_date"},
  {extract: "guarantees", column: "valid_until", isLastDay: true},
  {extract: "projects", column: "completion_date"},
  {extract: "consents", column: "withdrawn_date"},
  {
    extract: "applications",
    column: "decision_date",
    before: {decision: "null", decided_by: "null", approved_limit: "null", facility_id: "null"},
    after: {decision: "'approved'", approved_limit: "amount"}
  }
];

/** Dates that may be empty, and are known from the first as the row's other columns are: agreed, planned or past. */
export const NO_ENDINGS: readonly string[] = [
  "obligors.founded_date",
  "obligors.onboarded_date",
  "consents.expires_date",
  "projects.construction_start_date",
  "projects.planned_completion_date",
  "projects.concession_end_date",
  "credit_events.event_date",
  "credit_events.published_date"
];
