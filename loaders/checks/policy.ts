export type Severity = "stop" | "warn";

interface Share {
  readonly severity: Severity;
  /** Share of the rows examined, in [0, 1], that may fail. */
  readonly tolerated_share: number;
}

/** What the checks hold the data to: the bank's choice, from `data/policy/quality`. */
export interface QualityPolicy {
  readonly key: Share;
  readonly required: Share;
  readonly reference: Share;
  /** `amount` is in the reporting currency; `share` is of the larger side where costs and income need not close. */
  readonly identity: Share & {readonly amount: number; readonly income_share: number};
  readonly range: Share & {
    readonly highest_annual_rate: number;
    readonly over_limit_share: number;
    readonly highest_days_past_due: number;
  };
  /** Days from the latest event to the end of the data, by extract; others are not asked. */
  readonly freshness: {
    readonly severity: Severity;
    readonly tolerated_days: Readonly<Record<string, number | undefined>>;
  };
  readonly volume: {
    readonly severity: Severity;
    /** Extracts that come in like numbers every month; others are not asked. */
    readonly extracts: readonly string[];
    readonly lowest_ratio: number;
    readonly highest_ratio: number;
    readonly robust_z: number;
    readonly least_months: number;
    readonly least_rows: number;
  };
  readonly drift: {
    readonly severity: Severity;
    readonly tolerated_distance: number;
    readonly tolerated_empty_change: number;
    readonly tolerated_unread_share: number;
    readonly least_rows: number;
  };
  readonly control: {readonly severity: Severity};
  /** Days from event to publication within which a row is on time, by extract; for the score. */
  readonly timeliness: {
    readonly lag_days: Readonly<Record<string, number | undefined>>;
    readonly other_extracts: number;
  };
  /** Columns that are filled in more than this share of their rows are missed where they are empty; for the score. */
  readonly completeness: {readonly usual_share: number};
  /** Checks, by id, that are held to something else. */
  readonly exceptions: readonly {
    readonly check: string;
    readonly severity?: Severity | undefined;
    readonly tolerated_share?: number | undefined;
    readonly reason: string;
  }[];
}
