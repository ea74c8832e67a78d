import {EXTRACTS} from "#loaders/contracts/index.js";
import type {TableContract} from "#warehouse/contract.js";

/** Extracts that come as typed Parquet; the others come as CSV text. */
const PARQUET: ReadonlySet<string> = new Set([
  "exposures",
  "repayments",
  "account_transactions",
  "invoices",
  "receivables",
  "orders",
  "relationship_income"
]);

/** Of these, the ones whose rows the engine does not make in order by itself. */
const SORTED: ReadonlySet<string> = new Set(["exposures", "repayments", "relationship_income"]);

export interface ExtractFile {
  readonly contract: TableContract;
  readonly format: "csv" | "parquet";
  readonly fileName: string;
  readonly needsSort: boolean;
}

/** Of whom the outcome is known is said by sources that do not know it of all: the demo bank does. */
const WRITTEN = EXTRACTS.filter(({name}) => name !== "outcome_coverage");

export const EXTRACT_FILES: readonly ExtractFile[] = WRITTEN.map((contract) => {
  const format = PARQUET.has(contract.name) ? "parquet" : "csv";
  return {contract, format, fileName: `${contract.name}.${format}`, needsSort: SORTED.has(contract.name)};
});
