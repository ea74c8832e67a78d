import type {Engine} from "#warehouse/engine/engine.js";
import {sqlOf} from "../sql.js";
import type {Source} from "../source.js";

const EVERYONE = new URL("./outcome_coverage.sql", import.meta.url);

/** Writes `stg_outcome_coverage`: of which obligors it is known whether they defaulted. No event is not "no default". */
export async function stageOutcomeCoverage(engine: Engine, source: Source): Promise<void> {
  await engine.run(`
    create or replace table stg_outcome_coverage as
    select obligor_id, bool_and(is_known) as is_known
    from (${sqlOf(source.outcomeCoverage ?? EVERYONE)})
    where obligor_id in (select obligor_id from stg_obligors)
    group by obligor_id
    order by obligor_id`);
}
