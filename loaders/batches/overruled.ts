import {columnsFrom, integers} from "#warehouse/engine/columns.js";
import {identifier, literal, type Engine} from "#warehouse/engine/engine.js";
import {landingTable, rawTable} from "../raw/rawTable.js";
import type {Batch} from "./batch.js";
import type {ReplayedFile} from "./replayedRows.js";

/**
 * Dates the rows out of quarantine by the files that they were delivered in, and lets none out that says something else than a row in
 * force under the same key that was said last, or again, at the same time or later: what was said last stands, and within a file, or
 * a full delivery, what was said first.
 */
export async function refuseOverruled(
  engine: Engine,
  {id, contract}: Batch,
  files: readonly ReplayedFile[]
): Promise<void> {
  const landing = identifier(landingTable(contract));
  const key = contract.grain.map(identifier);
  const sameKey = key.map((name) => `old.${name} = new.${name}`).join(" and ");
  const columns = [...Object.keys(contract.columns), "source_currency"].map(identifier);
  const isOther = columns.map((name) => `old.${name} is distinct from new.${name}`).join(" or ");
  await engine.write(
    "landing_files",
    columnsFrom({
      file_id: integers(files.map(({fileId}) => fileId)),
      delivered_as: integers(files.map(({deliveredAs}) => deliveredAs)),
      overruled_from: integers(files.map(({overruledFrom}) => overruledFrom))
    })
  );
  await engine.run(`update ${landing} set affirmed_in = files.delivered_as from landing_files as files
    where ${landing}.file_id = files.file_id;

    create or replace temp table overruled as
    select new.rowid as row, new.file_id, new.source_line, concat_ws(', ', ${key.map((name) => `new.${name}`).join(", ")}) as value
    from ${landing} as new
    join landing_files as files on files.file_id = new.file_id
    join ${identifier(rawTable(contract))} as old on ${sameKey}
    where new.outcome is null and old.outcome is null and old.superseded_by is null
      and coalesce(old.affirmed_in, old.file_id) >= files.overruled_from and (${isOther});

    update ${landing} set outcome = 'key_conflict' where rowid in (select row from overruled);

    insert into found
    select ${id}, ${literal(contract.name)}, file_id, source_line, ${literal(contract.grain.join(", "))}, value, 'key_conflict',
      null, null
    from overruled;
    drop table overruled;
    drop table landing_files`);
}
