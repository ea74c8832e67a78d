import type {BankKind} from "./fixtureBook.js";
import type {Row} from "./fixtureSnapshot.js";

const EXTRACTS = ["obligors", "financial_statements", "exposures", "invoices"];

/** The rows of the marts of data quality: dirty where the bank worsens, clean where it improves, none where it has one date. */
export function fixtureQuality(kind: BankKind): Readonly<Record<string, readonly Row[]>> {
  if (kind === "oneDate") return {};
  const isDirty = kind === "worsening";
  return {
    mart_quality_scores: EXTRACTS.flatMap((extract, at) => scores(extract, at, isDirty)).sort(byKey),
    mart_quality_batches: EXTRACTS.map((extract, at) => ({
      batch_id: at + 1,
      delivery_id: 1,
      extract,
      delivery: extract === "invoices" ? "increment" : "full",
      content_sha256: `${at}c0ffee1`.repeat(8),
      rows_in: 1000,
      loaded: isDirty ? 990 : 1000,
      duplicates: isDirty ? 3 : 0,
      quarantined: isDirty ? 7 : 0,
      left_out: 0,
      superseded: 0,
      ended: 0
    })),
    mart_quality_controls: kind === "invoicesOnly" ? [] : controls(isDirty),
    mart_quality_checks: checks(isDirty),
    mart_quarantine_rules: isDirty
      ? [
          {extract: "invoices", rule: "not_a_number", column_name: "amount", rows: 6, replayed: 0, latest_batch: 4},
          {extract: "invoices", rule: "unreadable", column_name: "", rows: 1, replayed: 1, latest_batch: 4},
          {extract: "obligors", rule: "missing_value", column_name: "obligor_id", rows: 1, replayed: 0, latest_batch: 1}
        ]
      : [],
    mart_quarantine_rows: isDirty
      ? [
          quarantined("invoices", "not_a_number", 17, "amount", "«<b>12,3a</b>»"),
          quarantined("invoices", "not_a_number", 90, "amount", "«甲乙»"),
          quarantined("obligors", "missing_value", 4, "obligor_id", null)
        ]
      : []
  };
}

function byKey(a: Row, b: Row): number {
  return `${a["extract"]} ${a["period"]}` < `${b["extract"]} ${b["period"]}` ? -1 : 1;
}

function scores(extract: string, at: number, isDirty: boolean): Row[] {
  const hasLag = extract === "financial_statements" || extract === "obligors";
  return ["all", "2023", "2024", "2025"].map((period, year) => {
    const lack = isDirty ? (at + year) / 100 : 0;
    const timeliness = hasLag ? 1 - lack / 2 : null;
    const [accuracy, completeness] = [1 - lack, 1 - 2 * lack];
    const known = [accuracy, completeness, timeliness].filter((part) => part !== null);
    return {
      extract,
      period,
      rows: 1000,
      withheld: isDirty && extract === "invoices" ? 12 : 0,
      quarantined: isDirty ? 7 : 0,
      failing: isDirty ? 3 : 0,
      accuracy,
      completeness,
      timeliness,
      mean_lag_days: hasLag ? 61.5 : null,
      score: known.reduce((sum, part) => sum + part, 0) / known.length
    };
  });
}

function controls(isDirty: boolean): Row[] {
  const control = (at: number, kind: string, column_name: string, computed: string, is_reconciled: boolean): Row => ({
    batch_id: 4,
    extract: "invoices",
    source_file: `invoices_${at}.csv`,
    control: kind,
    column_name,
    declared: "1000",
    computed,
    is_reconciled
  });
  return [
    control(1, "rows", "", "1000", true),
    control(2, "sum", "amount", isDirty ? "999.5" : "1000.0", !isDirty),
    control(3, "hash_total", "invoice_id", "1000", true)
  ];
}

function checks(isDirty: boolean): Row[] {
  const check = (name: string, kind: string, more: Row): Row => ({
    check_id: `invoices.${name}`,
    extract: "invoices",
    column_name: "",
    kind,
    severity: "warn",
    verdict: "pass",
    measured: 0,
    tolerated: 0.001,
    rows_checked: 1000,
    rows_failing: 0,
    compared: null,
    places: null,
    ...more
  });
  return [
    check("freshness", "freshness", {measured: 12, tolerated: 45, compared: "2025-12-19"}),
    check("status.drift", "drift", {measured: 0.0213, tolerated: 0.15, compared: "void: +0.0213"}),
    check(
      "total",
      "identity",
      isDirty ? {verdict: "warn", measured: 0.003, rows_failing: 3, places: "invoices_2.csv:17"} : {}
    ),
    check("volume", "volume", {
      verdict: isDirty ? "warn" : "pass",
      measured: 0.4,
      tolerated: 0.5,
      compared: "2025-11: 40 : 100"
    })
  ];
}

function quarantined(extract: string, rule: string, line: number, column_name: string, value: string | null): Row {
  return {extract, rule, batch_id: 4, source_file: `${extract}_2.csv`, source_line: line, column_name, value};
}
