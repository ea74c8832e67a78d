import type {QualityPolicy, Severity} from "./policy.js";

export type CheckKind =
  "key" | "required" | "reference" | "identity" | "range" | "freshness" | "volume" | "drift" | "control";

/** A row of `load_checks`. */
export interface CheckVerdict {
  readonly id: string;
  readonly extract: string;
  /** Empty where the row counts. */
  readonly column: string;
  readonly kind: CheckKind;
  readonly severity: Severity;
  readonly verdict: "pass" | "warn" | "stop";
  readonly measured: number | null;
  readonly tolerated: number | null;
  readonly rowsChecked: number;
  readonly rowsFailing: number;
  /** Where it fails: the first rows as file and line, or what was compared. */
  readonly finding: string;
}

type Judged = Pick<CheckVerdict, "extract" | "column" | "rowsChecked" | "rowsFailing"> & {
  readonly name: string;
  readonly finding?: string;
};

/** The verdict on a check that counts rows: it fails where more than the tolerated share of them do. */
export function verdictOnRows(
  kind: "key" | "required" | "reference" | "identity" | "range",
  policy: QualityPolicy,
  {name, finding = "", ...judged}: Judged
): CheckVerdict {
  const id = `${judged.extract}.${name}`;
  const exception = policy.exceptions.find(({check}) => check === id);
  const severity = exception?.severity ?? policy[kind].severity;
  const tolerated = exception?.tolerated_share ?? policy[kind].tolerated_share;
  const measured = judged.rowsChecked === 0 ? 0 : judged.rowsFailing / judged.rowsChecked;
  return {
    id,
    ...judged,
    kind,
    severity,
    verdict: measured > tolerated ? severity : "pass",
    measured,
    tolerated,
    finding
  };
}

/** The verdict on a check that compares a figure with a bound. */
export function verdictOnFigure(
  kind: "freshness" | "volume" | "drift" | "control",
  policy: QualityPolicy,
  {
    name,
    finding = "",
    ...judged
  }: Judged & {
    readonly measured: number | null;
    readonly tolerated: number | null;
    readonly fails: boolean;
  }
): CheckVerdict {
  const {fails, ...figures} = judged;
  const id = `${judged.extract}.${name}`;
  const severity = policy.exceptions.find(({check}) => check === id)?.severity ?? policy[kind].severity;
  return {id, ...figures, kind, severity, verdict: fails ? severity : "pass", finding};
}
