import {observationKey} from "../column.js";
import {defineTable} from "../contract.js";
import {coverage, growth} from "./statements/coverage.js";
import {leverage, liquidity} from "./statements/leverage.js";
import {paper, size} from "./statements/paper.js";
import {profitability, turnover} from "./statements/performance.js";

/**
 * Annual statements only: the year to date is in feat_interim_statements. Of one year, the group's statement beats the
 * obligor's own from the day on which it is known. Negative equity stays in (leverage above 1); ratios over it are empty.
 */
export const featStatements = defineTable({
  name: "feat_statements",
  about: {en: "Ratios of the latest annual statement known by then", zh: "最近已知年报的财务比率"},
  grain: ["obligor_id", "observation_date"],
  columns: {
    ...observationKey,
    ...paper,
    ...size,
    ...leverage,
    ...profitability,
    ...liquidity,
    ...turnover,
    ...coverage,
    ...growth
  }
});
