import type {Engine} from "#warehouse/engine/engine.js";
import {sqlOf} from "../sql.js";

const COVERAGE = new URL("./outcome_coverage.sql", import.meta.url);
const LAST_BATCH = 2 ** 31 - 1; // beyond any

/**
 * Writes `stg_outcome_coverage`, one row per obligor: whether it is known if it defaulted. No event is not "no default". A source
 * that hands over no `outcome_coverage` knows the outcome of everyone; one that does, of those it names. `asOfBatch` is the last batch
 * that is looked at.
 */
export async function stageOutcomeCoverage(engine: Engine, asOfBatch = LAST_BATCH): Promise<void> {
  const coverage = sqlOf(COVERAGE, new Map([["as_of_batch", asOfBatch]]));
  await engine.run(`create or replace table stg_outcome_coverage as ${coverage}`);
}
