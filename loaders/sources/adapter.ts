import type {TableContract} from "#warehouse/contract.js";
import type {SourceExtract} from "./contract.js";

/** An extract whose rows an adapter's SQL makes of files that hold all there is. */
export function adapted(
  contract: TableContract,
  files: readonly string[],
  reads: readonly string[],
  sql: URL
): SourceExtract {
  return {contract, files, isRequired: true, delivery: "full", hints: {}, mapping: {kind: "sql", file: sql, reads}};
}
