import {createHash} from "node:crypto";
import {rowsOf} from "#warehouse/engine/columns.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {EXTRACTS} from "../contracts/index.js";
import type {Source} from "../sources/contract.js";
import type {TableCounts} from "./counts.js";

export interface LoadedFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly rows: number;
  /** The first batch that it came in. */
  readonly batch: number;
}

interface FileRow {
  readonly batch_id: number;
  readonly file_name: string;
  readonly bytes: bigint;
  readonly sha256: string;
  readonly rows_in: number;
}

interface InForce {
  readonly files: readonly LoadedFile[];
  readonly tables: readonly TableCounts[];
  readonly history: string;
}

interface BatchRow {
  readonly batch_id: number;
  readonly extract: string;
  readonly content_sha256: string;
  readonly delivery: string;
  readonly rows_in: number;
  readonly loaded: number;
  readonly duplicates: number;
  readonly quarantined: number;
  readonly left_out: number;
}

/**
 * What the warehouse now stands on: of an extract that is delivered in full its last delivery, with what was replayed from it, of
 * another all its batches.
 */
export async function inForce(engine: Engine, source: Source): Promise<InForce> {
  const batches = rowsOf<BatchRow>(await engine.columns("select * from load_batches order by batch_id"));
  const files = rowsOf<FileRow>(
    await engine.columns("select batch_id, file_name, bytes, sha256, rows_in from load_files order by file_id")
  );
  const standing = source.extracts.flatMap(({contract, delivery}) => {
    const own = batches.filter(({extract}) => extract === contract.name);
    const last = delivery === "full" ? own.findLastIndex((batch) => batch.delivery === "full") : 0;
    return own.slice(Math.max(0, last));
  });
  const ids = new Set(standing.map(({batch_id: id}) => id));
  const told = batches.map(({batch_id: id, content_sha256: hash}) => `${id} ${hash}`);
  const history = [...told, await hashOf(engine, QUARANTINE_HASH), await hashOf(engine, CONTROLS_HASH)].join("\n");
  return {
    files: eachOnce(files.filter(({batch_id: id}) => ids.has(id))),
    tables: EXTRACTS.flatMap(({name}) =>
      totals(
        name,
        standing.filter(({extract}) => extract === name)
      )
    ),
    history: createHash("sha256").update(history).digest("hex")
  };
}

/** A file from which several extracts are made counts once, with the most rows that one of them found in it. */
function eachOnce(rows: readonly FileRow[]): LoadedFile[] {
  const files = new Map<string, LoadedFile>();
  for (const {file_name: name, bytes, sha256, rows_in: found, batch_id: batch} of rows) {
    const key = `${name} ${sha256}`;
    const there = files.get(key);
    if (there === undefined) files.set(key, {name, bytes: Number(bytes), sha256, rows: found, batch});
    else files.set(key, {...there, rows: Math.max(there.rows, found)});
  }
  return [...files.values()];
}

async function hashOf(engine: Engine, sql: string): Promise<string> {
  return rowsOf<{hash: string | null}>(await engine.columns(sql))[0]!.hash ?? "";
}

/** A replay may leave a row in quarantine under another rule, and load none. */
const QUARANTINE_HASH = `select md5(string_agg(concat_ws('|', batch_id, extract, source_file, source_line, column_name, value, rule,
    replayed_in), chr(10) order by batch_id, extract, source_file, source_line, rule, value)) as hash
  from quarantine where rule <> 'duplicate'`;

/** Other totals may have been declared of the same files. */
const CONTROLS_HASH = `select md5(string_agg(concat_ws('|', batch_id, extract, source_file, control, column_name, declared),
    chr(10) order by batch_id, extract, source_file, control, column_name)) as hash
  from load_controls`;

function totals(extract: string, batches: readonly BatchRow[]): TableCounts[] {
  if (batches.length === 0) return [];
  const of = (key: "rows_in" | "loaded" | "duplicates" | "quarantined" | "left_out") =>
    batches.reduce((sum, batch) => sum + batch[key], 0);
  return [
    {
      extract,
      rowsIn: of("rows_in"),
      loaded: of("loaded"),
      duplicates: of("duplicates"),
      quarantined: of("quarantined"),
      leftOut: of("left_out")
    }
  ];
}
