import {EXTRACTS} from "#loaders/contracts/index.js";
import type {TableContract} from "#warehouse/contract.js";

/** Extracts that come as typed Parquet; the others come as CSV text. */
const PARQUET: ReadonlySet<string> = new Set([
  "exposures",
  "repayments",
  "account_transactions",
  "invoices",
  "receivables",
  "orders"
]);

/** Of these, the ones whose rows the engine does not make in order by itself. */
const SORTED: ReadonlySet<string> = new Set(["exposures", "repayments"]);

export interface ExtractFile {
  readonly contract: TableContract;
  readonly format: "csv" | "parquet";
  readonly fileName: string;
  readonly needsSort: boolean;
}

export const EXTRACT_FILES: readonly ExtractFile[] = EXTRACTS.map((contract) => {
  const format = PARQUET.has(contract.name) ? "parquet" : "csv";
  return {contract, format, fileName: `${contract.name}.${format}`, needsSort: SORTED.has(contract.name)};
});
