import type {TableContract} from "#warehouse/contract.js";
import {textsOf} from "#warehouse/engine/columns.js";
import {identifier, literal, type Engine} from "#warehouse/engine/engine.js";

const SHOWN = 5;

/**
 * Where the first rows of an extract in force lie that fulfil a condition, as `file:line; file:line`, in the order of their
 * keys. Where the raw rows are not there to ask, their keys.
 */
export async function placesOf(engine: Engine, contract: TableContract, condition: string): Promise<string> {
  const staged = identifier(`stg_${contract.name}`);
  const key = contract.grain.map(identifier);
  const keys = `select ${key.join(", ")} from ${staged} where ${condition} order by ${key.join(", ")} limit ${SHOWN}`;
  const has = async (table: string) => (await tablesNamed(engine, table)) > 0;
  const raw = `raw_${contract.name}`;
  const isPlaced = (await has(raw)) && (await has("load_line_shifts"));
  const places = await engine.columns(
    isPlaced ? placed(raw, key, keys) : `select concat_ws(' ', ${key}) as place from (${keys})`
  );
  return textsOf(places, "place").join("; ");
}

async function tablesNamed(engine: Engine, table: string): Promise<number> {
  const found = await engine.columns(
    `select table_name from information_schema.tables where table_name = ${literal(table)}`
  );
  return found.rowCount;
}

/** The line of a row that does not name its own follows from its place in the raw table, by the shift noted for its file. */
function placed(raw: string, key: readonly string[], keys: string): string {
  return `
    with keys as (${keys}),

    in_force as (
      select ${key.map((column) => `held.${column}`).join(", ")}, held.file_id, held.source_line, held.rowid as place
      from ${identifier(raw)} as held semi join keys using (${key.join(", ")})
      where held.outcome is null and held.superseded_by is null
    ),

    shifted as (
      select in_force.*, files.file_name, shifts.shift
      from in_force
      join load_files as files on files.file_id = in_force.file_id
      asof left join load_line_shifts as shifts
        on shifts.file_id = in_force.file_id and shifts.first_row <= in_force.place
    )

    select file_name || ':' || coalesce(source_line, place + shift) as place
    from shifted
    order by ${key.join(", ")}`;
}
