import type {TableContract} from "#warehouse/contract.js";
import {rowsOf} from "#warehouse/engine/columns.js";
import {identifier, literal, type Engine} from "#warehouse/engine/engine.js";
import {notFound} from "./quarantine.js";

/**
 * Puts the rows on the list whose key an earlier row has: `duplicate` where all columns are equal, else `key_conflict`.
 *
 * Files count in the source's order, rows in the file's. Rows that are on the list already hold no key. Only the rows
 * of keys that repeat are compared: they are few, and the extract may have millions.
 */
export async function findRepeats(engine: Engine, contract: TableContract, files: readonly string[]): Promise<void> {
  const key = contract.grain.map(identifier).join(", ");
  await engine.run(`create or replace temp table repeated as
    select ${key} from read_rows group by ${key} having count(*) > 1`);
  const counted = await engine.columns("select count(*) as n from repeated");
  if (Number(rowsOf(counted)[0]!["n"]) > 0) await compare(engine, contract, files);
  await engine.run("drop table repeated");
}

async function compare(engine: Engine, contract: TableContract, files: readonly string[]): Promise<void> {
  const key = contract.grain.map(identifier).join(", ");
  const columns = Object.keys(contract.columns).map(identifier).join(", ");
  const order = files.map(literal).join(", ");
  await engine.run(`
    insert into found
    with

    suspects as (
      select ${columns}, source_file, source_line
      from read_rows semi join repeated using (${key})
      where ${notFound(contract.name, "read_rows")}
    ),

    compared as (
      select *,
        row_number() over places as place,
        row(${columns}) as content,
        first_value(row(${columns})) over places as first_content
      from suspects
      window places as (partition by ${key} order by list_position([${order}], source_file), source_line)
    )

    select ${literal(contract.name)}, source_file, source_line,
      ${literal(contract.grain.join(", "))},
      concat_ws(', ', ${key}),
      case when content is not distinct from first_content then 'duplicate' else 'key_conflict' end
    from compared
    where place > 1`);
}
