import {scalarAt} from "#warehouse/engine/columns.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {sqlOf} from "../../sql.js";

/** How the groups were found: rounds of joining components, each of which at least halves those still to be joined. */
export interface Grouping {
  readonly rounds: number;
}

/**
 * Writes `stg_connected_groups` from `stg_obligors`, `stg_facilities`, `stg_guarantees` and `stg_source`: obligors that a
 * group of the bank's, an owner or a guarantee connects, at whatever distance, on the last day of the source.
 *
 * Every component joins its first neighbour at once (Borůvka). Such choices meet in circles of two at most, since a
 * circle would have to come down to its first at every other step.
 */
export async function stageGroups(engine: Engine): Promise<Grouping> {
  await engine.run(statement("ties"));
  await engine.run(statement("start"));
  let rounds = 0;
  for (; (await count(engine, "select count(*) as rows from group_links")) > 0; rounds++) {
    await engine.run(statement("choose"));
    do await engine.run(statement("jump"));
    while ((await count(engine, "select count(*) as rows from group_jumps where has_moved")) > 0);
    await engine.run(statement("merge"));
  }
  await engine.run(statement("stg_connected_groups"));
  return {rounds};
}

function statement(name: string): string {
  return sqlOf(new URL(`./${name}.sql`, import.meta.url));
}

async function count(engine: Engine, sql: string): Promise<number> {
  return Number(scalarAt((await engine.columns(sql)).byName.get("rows")!, 0));
}
