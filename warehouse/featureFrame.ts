import type {SqlTable} from "./sqlTable.js";
import {identifier, type Engine} from "./engine/engine.js";

/** Obligors and observation dates for which features are built; what every feature table reads. */
export const FRAME = "feat_frame";
/** The obligors of the frame: extracts are cut to them before they are grouped. */
export const FRAME_OBLIGORS = "feat_frame_obligors";

/**
 * Makes the frame from a query of `obligor_id` and `observation_date`, and tells the macros from when to when it goes.
 * Returns how many rows it has.
 */
export async function openFrame(engine: Engine, pairs: string): Promise<number> {
  await engine.run(`create or replace temp table ${FRAME} as
      select obligor_id, observation_date, month_number(observation_date) as month_number from (${pairs});
    create or replace temp table ${FRAME_OBLIGORS} as select distinct obligor_id from ${FRAME};
    set variable frame_first = (select coalesce(min(observation_date), date '1999-12-31') from ${FRAME});
    set variable frame_last = (select coalesce(max(observation_date), date '1999-12-31') from ${FRAME})`);
  return Number((await engine.columns(`select count(*) as n from ${FRAME}`)).byName.get("n")!.values[0]);
}

/** Puts the rows of the frame in place of those that a feature table has for them. */
export async function rebuildFrame(engine: Engine, {contract, sql}: SqlTable): Promise<void> {
  const {name} = contract;
  const added = `${name}_added`;
  const head = `create or replace table ${name} as`;
  if (!sql.includes(head)) throw new Error(`${name}.sql must make its table by: ${head}`);
  await engine.run(sql.replace(head, `create or replace temp table ${added} as`));
  await engine.run(`delete from ${identifier(name)} using ${FRAME} as frame
      where ${identifier(name)}.obligor_id = frame.obligor_id and ${identifier(name)}.observation_date = frame.observation_date;
    insert into ${identifier(name)} select * from ${identifier(added)};
    drop table ${identifier(added)}`);
}
