import {createHash} from "node:crypto";
import {columnsFrom, integers, rowsOf, textsOf, varchars} from "#warehouse/engine/columns.js";
import {literal, type Engine} from "#warehouse/engine/engine.js";
import type {SourceExtract} from "../sources/contract.js";
import {quoted} from "../mapping/sourceColumn.js";
import type {ReadFile} from "./batch.js";
import type {SourceRows} from "./mappedRows.js";

/** Rows of one file that one batch put into quarantine. */
export interface ReplayedFile extends ReadFile {
  readonly listedIn: number;
  /** Its place in `load_files` as it was delivered. */
  readonly deliveredAs: number;
  /** The first file whose word on a key stands against its own: in an increment itself, in a full delivery the first of it. */
  readonly overruledFrom: number;
}

/**
 * SQL over `quarantine` that holds for the rows of an extract that may still load: those that can be read, and that no later full
 * delivery has taken the place of. One that another row of its key went before may be of another key only under another mapping.
 */
export function openRows({contract, delivery}: SourceExtract, mapping: string): string {
  const extract = `extract = ${literal(contract.name)}`;
  const standing =
    delivery === "full"
      ? ` and batch_id >= (select coalesce(max(batch_id), 0) from load_batches where ${extract} and delivery = 'full')`
      : "";
  const mayDiffer = `(rule <> 'key_conflict'
    or batch_id in (select batch_id from load_batches where mapping_sha256 <> ${literal(mapping)}))`;
  return `${extract} and replayed_in is null and raw is not null and rule <> 'duplicate' and ${mayDiffer}${standing}`;
}

/**
 * The files of the rows that meet `condition`, those first whose row counts among rows under one key: of batches the latest, and of
 * the files of an increment.
 */
export async function replayedFiles(engine: Engine, condition: string): Promise<Omit<ReplayedFile, "fileId">[]> {
  const found = rowsOf<FoundFile>(
    await engine.columns(`select batch_id, source_file, raws, n, file_id,
        case when delivery = 'increment' then file_id else first_file end as overruled_from
      from (
        select batch_id, source_file, string_agg(raw, chr(10) order by source_line, raw) as raws, count(*) as n
        from quarantine where ${condition} group by batch_id, source_file
      )
      join (
        select batch_id, file_name as source_file, file_id, min(file_id) over (partition by batch_id) as first_file
        from load_files
      ) using (batch_id, source_file)
      join load_batches using (batch_id)
      order by batch_id desc, case when delivery = 'increment' then -file_id else file_id end`)
  );
  return found.map(
    ({batch_id: listedIn, source_file: name, raws, n, file_id: deliveredAs, overruled_from: overruledFrom}) => ({
      name,
      listedIn,
      deliveredAs,
      overruledFrom,
      bytes: Buffer.byteLength(raws),
      sha256: createHash("sha256").update(raws).digest("hex"),
      rows: Number(n),
      firstRow: null
    })
  );
}

interface FoundFile {
  readonly batch_id: number;
  readonly source_file: string;
  readonly raws: string;
  readonly n: bigint;
  readonly file_id: number;
  readonly overruled_from: number;
}

/** The rows that meet `condition` as they were handed over, in the table `replay_rows`. */
export async function replayRows(
  engine: Engine,
  condition: string,
  files: readonly ReplayedFile[]
): Promise<SourceRows> {
  const keys = await engine.columns(
    `select distinct unnest(json_keys(raw)) as name from quarantine where ${condition} order by name`
  );
  const names = textsOf(keys, "name") as string[];
  const cells = names.map(
    (name) =>
      `json_extract_string(raw, ${literal(`$."${name.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`)}) as ${quoted(name)}`
  );
  await engine.write(
    "landing_files",
    columnsFrom({
      file_id: integers(files.map(({fileId}) => fileId)),
      source_file: varchars(files.map(({name}) => name)),
      batch_id: integers(files.map(({listedIn}) => listedIn))
    })
  );
  await engine.run(`create or replace temp table replay_rows as
    select ${cells.join(", ")}, source_file, source_line, file_id
    from (select * from quarantine where ${condition}) join landing_files using (batch_id, source_file)
    order by file_id, source_line;
    drop table landing_files`);
  const fileIds = new Map(files.map(({name, fileId}) => [name, fileId]));
  return {from: "replay_rows", columns: names.map((name) => ({name, type: "varchar"})), blanks: "around", fileIds};
}
