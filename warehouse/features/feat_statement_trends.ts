import {observationKey} from "../column.js";
import {defineTable} from "../contract.js";
import {earnings} from "./statements/earnings.js";
import {change, turns, years} from "./statements/trends.js";

/**
 * Years are told apart by the month in which they end and compared in one scope, each in its latest version known by then. A fiscal
 * year that ends in another month than the one before has no year before; the total of a short year is never stretched.
 */
export const featStatementTrends = defineTable({
  name: "feat_statement_trends",
  about: {en: "The latest annual statement known by then against the years before", zh: "最近已知年报与以前年度的比较"},
  grain: ["obligor_id", "observation_date"],
  columns: {
    ...observationKey,
    ...change,
    ...turns,
    ...earnings,
    ...years
  }
});
