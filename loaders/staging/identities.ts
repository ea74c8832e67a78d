import type {Check} from "./rules.js";

/** What must add up within a row, by contract. One unit of currency is left for rounding; a part that is empty proves nothing. */
export const IDENTITIES: ReadonlyMap<string, readonly Check[]> = new Map([
  [
    "financial_statements",
    [
      {
        rule: "accounting_identity",
        column: "total_assets",
        fails: "abs(total_assets - total_liabilities - equity) > 1"
      }
    ]
  ]
]);
