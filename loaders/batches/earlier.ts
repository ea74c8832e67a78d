import type {TableContract} from "#warehouse/contract.js";
import {numbersOf} from "#warehouse/engine/columns.js";
import {identifier, literal, type Engine} from "#warehouse/engine/engine.js";
import {hasRows} from "./hasRows.js";
import {IN_FORCE, landingTable, rawTable} from "../raw/rawTable.js";

/** What a batch does to the rows that are in force. */
export interface Succession {
  /** Rows of the batch that say what is in force already. */
  readonly repeated: number;
  /** Rows in force that a row of the batch corrects. */
  readonly superseded: number;
  /** Rows in force that a full delivery lacks. */
  readonly ended: number;
}

/** The table of places of rows in force that end when a batch is applied. */
export function endingTable({name}: TableContract): string {
  return endingOf(name);
}

/** The table of places of rows in force that a batch says again, each with the file that does so last. */
export function affirmedTable({name}: TableContract): string {
  return `affirmed_${name}`;
}

export function endingOf(extract: string): string {
  return `ending_${extract}`;
}

/**
 * Compares the rows that landed with those in force: an equal one becomes a `duplicate`, another under the same key will supersede
 * the row in force, and under a full delivery the rows in force whose keys are lacking will end. Of an increment the last row of a
 * key is compared.
 */
export async function findSuccession(
  engine: Engine,
  contract: TableContract,
  delivery: "full" | "increment"
): Promise<Succession> {
  const raw = identifier(rawTable(contract));
  const ending = identifier(endingTable(contract));
  const affirmed = identifier(affirmedTable(contract));
  await engine.run(`create or replace temp table ${ending} (row bigint, is_corrected boolean);
    create or replace temp table ${affirmed} (row bigint, said_in integer)`);
  if (!(await hasRows(engine, `select 1 from ${raw} where ${IN_FORCE}`))) return {repeated: 0, superseded: 0, ended: 0};
  const landing = identifier(landingTable(contract));
  const key = contract.grain.map(identifier);
  const sameKey = key.map((name) => `old.${name} = new.${name}`).join(" and ");
  const columns = [...Object.keys(contract.columns), "source_currency"].map(identifier);
  const isEqual = columns.map((name) => `old.${name} is not distinct from new.${name}`).join(" and ");
  await engine.run(`create or replace temp table meeting as
    select old.rowid as old_row, new.rowid as new_row, coalesce(new.affirmed_in, new.file_id) as said_in, ${isEqual} as is_equal
    from ${landing} as new join ${raw} as old on ${sameKey}
    where new.outcome is null and new.superseded_by is null and old.outcome is null and old.superseded_by is null;

    update ${landing} set outcome = 'duplicate' from meeting
    where ${landing}.rowid = meeting.new_row and meeting.is_equal;

    insert into ${ending} select old_row, true from meeting where not is_equal;
    insert into ${affirmed} select old_row, said_in from meeting where is_equal and ${hasQuarantine(contract)}`);
  if (delivery === "full") {
    await engine.run(`insert into ${ending}
      select old.rowid, false from ${raw} as old
      where old.outcome is null and old.superseded_by is null
        and not exists (select 1 from ${landing} as new where ${sameKey})`);
  }
  const counted = await engine.columns(`select
      (select count(*) from meeting where is_equal) as repeated,
      (select count(*) from ${ending} where is_corrected) as superseded,
      (select count(*) from ${ending} where not is_corrected) as ended`);
  await engine.run("drop table meeting");
  const of = (name: string) => numbersOf(counted, name)[0]!;
  return {repeated: of("repeated"), superseded: of("superseded"), ended: of("ended")};
}

/** When a row was said last matters to those alone that may leave the quarantine. */
function hasQuarantine({name}: TableContract): string {
  const open = `extract = ${literal(name)} and rule <> 'duplicate'`;
  return `(exists (select 1 from quarantine where ${open} and replayed_in is null) or exists (select 1 from found where ${open}))`;
}
