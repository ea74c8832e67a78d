import {bigints, columnsFrom, integers, varchars} from "#warehouse/engine/columns.js";
import {identifier, type Engine} from "#warehouse/engine/engine.js";
import {landingTable, rawColumns, rawTable} from "../raw/rawTable.js";
import type {Batch, ReadFile} from "./batch.js";
import type {BatchCounts} from "./counts.js";
import {affirmedTable, endingTable} from "./earlier.js";
import {hasRows} from "./hasRows.js";
import {withLines} from "./lines.js";
import {contentHash} from "./mappingHash.js";

/** A batch that has landed, with what is known of it. */
export interface LandedBatch {
  readonly batch: Batch;
  readonly files: readonly ReadFile[];
  readonly counts: BatchCounts;
  readonly delivery: "full" | "increment" | "replay";
}

/** Makes a landed batch visible. To be called inside the transaction of its delivery. */
export async function applyBatch(engine: Engine, {batch}: LandedBatch): Promise<void> {
  const raw = identifier(rawTable(batch.contract));
  const landing = identifier(landingTable(batch.contract));
  if (!(await hasRows(engine, `select 1 from ${raw}`))) {
    await engine.run(`drop table ${raw}; alter table ${landing} rename to ${raw};
      insert into load_line_shifts select * from landing_places where batch_id = ${batch.id}`);
  } else {
    await appendRows(engine, batch);
    await engine.run(`update ${raw} set superseded_by = ${batch.id}
      where rowid in (select row from ${identifier(endingTable(batch.contract))});
      update ${raw} set affirmed_in = greatest(coalesce(affirmed_in, file_id), affirmed.said_in)
      from ${identifier(affirmedTable(batch.contract))} as affirmed where ${raw}.rowid = affirmed.row`);
  }
}

/** Only what loads is kept of a later batch; its rows name their lines. */
async function appendRows(engine: Engine, {contract}: Batch): Promise<void> {
  const names = rawColumns(contract);
  const carried = names.filter((name) => name !== "file_id" && name !== "source_line");
  const rows = withLines(
    contract,
    "outcome is null",
    carried.map((name) => `landed.${identifier(name)}`)
  );
  await engine.run(`insert into ${identifier(rawTable(contract))}
    select ${names.map(identifier).join(", ")} from (${rows}) order by row;
    drop table ${identifier(landingTable(contract))}`);
}

/** Writes the books of a delivery: its batches, their files, and what did not load. */
export async function writeBooks(
  engine: Engine,
  deliveryId: number,
  landed: readonly LandedBatch[],
  loadedAt: string
): Promise<void> {
  const batches = columnsFrom({
    batch_id: integers(landed.map(({batch}) => batch.id)),
    delivery_id: integers(landed.map(() => deliveryId)),
    extract: varchars(landed.map(({batch}) => batch.contract.name)),
    content_sha256: varchars(landed.map(({batch, files}) => contentHash(batch.mappingHash, files))),
    mapping_sha256: varchars(landed.map(({batch}) => batch.mappingHash)),
    delivery: varchars(landed.map(({delivery}) => delivery)),
    loaded_at: varchars(landed.map(() => loadedAt)),
    ...Object.fromEntries(
      COUNTS.map(([column, of]) => [column, integers(landed.map(({counts}) => of(counts)))] as const)
    )
  });
  const files = landed.flatMap(({batch, files: own}) => own.map((file) => ({batchId: batch.id, file})));
  const listed = columnsFrom({
    file_id: integers(files.map(({file}) => file.fileId)),
    batch_id: integers(files.map(({batchId}) => batchId)),
    file_name: varchars(files.map(({file}) => file.name)),
    bytes: bigints(files.map(({file}) => file.bytes)),
    sha256: varchars(files.map(({file}) => file.sha256)),
    rows_in: integers(files.map(({file}) => file.rows)),
    first_row: bigints(files.map(({file}) => file.firstRow))
  });
  await engine.write("delivered_batches", batches);
  await engine.write("delivered_files", listed);
  await engine.run(`insert into load_batches by name select * from delivered_batches;
    insert into load_files by name select * from delivered_files;
    drop table delivered_batches;
    drop table delivered_files;
    insert into quarantine
    select found.batch_id, extract, file_name, source_line, column_name, value, rule, event_date, raw, null
    from found join load_files using (file_id)
    order by found.batch_id, file_id, source_line`);
}

const COUNTS: readonly (readonly [column: string, of: (counts: BatchCounts) => number])[] = [
  ["rows_in", ({rowsIn}) => rowsIn],
  ["loaded", ({loaded}) => loaded],
  ["duplicates", ({duplicates}) => duplicates],
  ["quarantined", ({quarantined}) => quarantined],
  ["left_out", ({leftOut}) => leftOut],
  ["superseded", ({superseded}) => superseded],
  ["ended", ({ended}) => ended]
];
