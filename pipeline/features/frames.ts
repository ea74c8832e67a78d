import {literal, type Engine} from "#warehouse/engine/engine.js";
import type {SqlTable} from "#warehouse/sqlTable.js";
import type {Reads} from "./reads.js";
import {EVER, TOUCHED} from "./touched.js";

/** The pairs of the last build, and those of the build under way. */
export const OBSERVATIONS = "feat_observations";
export const OBSERVATIONS_NEXT = "feat_observations_next";

const NEW = "feat_observed_new";
const LEFT = "feat_observed_left";
const LAST = `(select coalesce(max(observation_date), ${EVER}) from ${OBSERVATIONS})`;

/** Finds which pairs came and which left, and forgets who is touched by nothing but facts of the months that came. */
export async function compareObserved(engine: Engine): Promise<void> {
  await engine.run(`create or replace temp table ${NEW} as ${lacking(OBSERVATIONS_NEXT, OBSERVATIONS)};
    create or replace temp table ${LEFT} as ${lacking(OBSERVATIONS, OBSERVATIONS_NEXT)};
    delete from ${TOUCHED} where since > ${LAST}`);
}

function lacking(here: string, there: string): string {
  return `select here.obligor_id, here.observation_date from ${here} as here where not exists (select 1 from ${there} as there
    where there.obligor_id = here.obligor_id and there.observation_date = here.observation_date)`;
}

/** Whether there are pairs of earlier months to build for a table, or to take out of it. */
export async function hasMended(engine: Engine, {staged}: Reads): Promise<boolean> {
  const found = await engine.columns(`select 1 as one from ${NEW} where observation_date <= ${LAST}
    union all select 1 from ${LEFT}
    union all select 1 from ${TOUCHED} where "extract" in (${staged.map(literal).join(", ")})
    limit 1`);
  return found.rowCount > 0;
}

/** Takes the pairs that left out of a feature table. */
export async function dropLeft(engine: Engine, name: string): Promise<void> {
  await dropPairs(engine, name, LEFT);
}

/** Takes the pairs of another table out of a feature table. */
export async function dropPairs(engine: Engine, name: string, pairs: string): Promise<void> {
  await engine.run(`delete from ${name} using ${pairs} as gone
    where ${name}.obligor_id = gone.obligor_id and ${name}.observation_date = gone.observation_date`);
}

/** Every pair. */
export const ALL = `select obligor_id, observation_date from ${OBSERVATIONS_NEXT}`;

/** Pairs of months after the last build's last: new to every table, and usually all that there is to build. */
export const NEWEST = `select * from ${NEW} where observation_date > ${LAST}`;

/**
 * Pairs of earlier months that are new, or that changed facts touch through what a table reads. Where facts of other obligors move
 * the table, a changed fact touches everyone.
 */
export function mended({contract}: SqlTable, {staged}: Reads): string {
  const read = `"extract" in (${staged.map(literal).join(", ")})`;
  const everyone = contract.reach === "others" ? "true" : "obligor_id is null";
  return `select * from ${NEW} where observation_date <= ${LAST}
    union
    select observed.obligor_id, observed.observation_date
    from ${OBSERVATIONS_NEXT} as observed
    inner join (select obligor_id, min(since) as since from ${TOUCHED} where ${read} group by obligor_id) as touched
      on observed.obligor_id = touched.obligor_id and observed.observation_date >= touched.since
    where observed.observation_date <= ${LAST}
    union
    select obligor_id, observation_date from ${OBSERVATIONS_NEXT}
    where observation_date <= ${LAST}
      and observation_date >= (select min(since) from ${TOUCHED} where ${read} and ${everyone})`;
}
