import {identifier, type Engine} from "./engine/engine.js";
import {heldToContract, type SqlTable} from "./sqlTable.js";

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
  return await frameSize(engine);
}

/**
 * Builds a feature table's rows of the frame beside it, under another name. Throws an error that names the table and the rule where they
 * break the contract, or are not one for each row of the frame.
 */
export async function buildBeside(
  engine: Engine,
  {contract, sql}: SqlTable,
  name: string,
  kind: "table" | "temp table"
): Promise<void> {
  const head = `create or replace table ${contract.name} as`;
  if (!sql.includes(head)) throw new Error(`${contract.name}.sql must make its table by: ${head}`);
  await engine.run(sql.replace(head, `create or replace ${kind} ${identifier(name)} as`));
  const rows = await heldToContract(engine, {...contract, name});
  const wanted = await frameSize(engine);
  if (rows !== wanted) throw new Error(`${name}: ${rows} rows for a frame of ${wanted}; it must have one for each`);
}

async function frameSize(engine: Engine): Promise<number> {
  return Number((await engine.columns(`select count(*) as n from ${FRAME}`)).byName.get("n")!.values[0]);
}
