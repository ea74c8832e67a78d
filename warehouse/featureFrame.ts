import {textsOf} from "./engine/columns.js";
import {identifier, literal, type Engine} from "./engine/engine.js";
import {heldToContract, type SqlTable} from "./sqlTable.js";

/** Obligors and observation dates for which features are built, in their order; what every feature table reads. */
export const FRAME = "feat_frame";
/** The obligors of the frame, and a whole number for each: extracts are cut to them before they are grouped, by the number. */
export const FRAME_OBLIGORS = "feat_frame_obligors";

/** How a step begins that several tables share; within one frame the first of them makes it. */
const SHARED = "create or replace temp table feat_frame_";

/**
 * Makes the frame from a query of `obligor_id` and `observation_date`, and tells the macros from when to when it goes.
 * Returns how many rows it has.
 */
export async function openFrame(engine: Engine, pairs: string): Promise<number> {
  await closeFrame(engine);
  await engine.run(`create temp table ${FRAME} as select obligor_id, observation_date from (${pairs});
    create temp table ${FRAME_OBLIGORS} as
      select obligor_id, cast(row_number() over (order by obligor_id) as integer) as obligor_key
      from (select distinct obligor_id from ${FRAME});
    create or replace temp table ${FRAME} as
      select obligor_key, obligor_id, observation_date, month_number(observation_date) as month_number
      from ${FRAME} inner join ${FRAME_OBLIGORS} using (obligor_id)
      order by obligor_key, observation_date;
    set variable frame_first = (select coalesce(min(observation_date), date '1999-12-31') from ${FRAME});
    set variable frame_last = (select coalesce(max(observation_date), date '1999-12-31') from ${FRAME})`);
  return await frameSize(engine);
}

/** Drops the frame, and what steps that several feature tables share have made of it. */
export async function closeFrame(engine: Engine): Promise<void> {
  const found = await engine.columns(`select table_name from information_schema.tables
    where table_type = 'LOCAL TEMPORARY' and starts_with(table_name, ${literal(FRAME)}) order by table_name`);
  for (const name of textsOf(found, "table_name")) await engine.run(`drop table ${identifier(name!)}`);
}

/**
 * Builds a feature table's rows of the frame beside it, under another name; the facts must be those of when the frame was opened. Throws an error that names the table and the rule where they
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
  const own = sql.replace(head, `create or replace ${kind} ${identifier(name)} as`);
  await engine.run(own.replaceAll(SHARED, "create temp table if not exists feat_frame_"));
  const rows = await heldToContract(engine, {...contract, name});
  const wanted = await frameSize(engine);
  if (rows !== wanted) throw new Error(`${name}: ${rows} rows for a frame of ${wanted}; it must have one for each`);
}

async function frameSize(engine: Engine): Promise<number> {
  return Number((await engine.columns(`select count(*) as n from ${FRAME}`)).byName.get("n")!.values[0]);
}
