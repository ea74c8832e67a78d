import {columnsFrom, integers, numbersOf, varchars} from "#warehouse/engine/columns.js";
import {identifier, literal, type Engine} from "#warehouse/engine/engine.js";
import {EXTRACTS} from "../contracts/index.js";
import {createRawTable, landingTable} from "../raw/rawTable.js";
import type {Source, SourceExtract} from "../sources/contract.js";
import {stageViews} from "../staging/views.js";
import {applyBatch, writeBooks, type LandedBatch} from "./apply.js";
import {settingOf, type Batch} from "./batch.js";
import {findClashes} from "./clashes.js";
import {findSuccession} from "./earlier.js";
import {insertRows} from "./insertRows.js";
import {openLines} from "./lines.js";
import {mappingHash} from "./mappingHash.js";
import {refuseOverruled} from "./overruled.js";
import {listFailures, openFound} from "./problems.js";
import {openRows, replayedFiles, replayRows, type ReplayedFile} from "./replayedRows.js";
import {clearLandings, clearScratch, openBooks} from "./tables.js";

export interface ReplayReport {
  /** Rows that left the quarantine: loaded, or found to repeat a loaded row. */
  readonly replayed: number;
  readonly stillQuarantined: number;
}

export interface ReplayOptions {
  readonly onProgress?: (line: string) => void;
  readonly now?: () => Date;
  /** What else must become visible with it. */
  readonly beforeCommit?: () => Promise<void>;
}

interface LandedReplay extends LandedBatch {
  readonly files: readonly ReplayedFile[];
}

/**
 * Gives the rows in quarantine, as they were handed over, to the mapping as it is now. What loads is a batch of its own; what still
 * breaks a rule stays, under the rule that it breaks now. All of it becomes visible at once.
 */
export async function replayQuarantine(
  engine: Engine,
  source: Source,
  {onProgress = () => undefined, now = () => new Date(), beforeCommit = () => Promise.resolve()}: ReplayOptions = {}
): Promise<ReplayReport> {
  await openBooks(engine);
  await openFound(engine);
  await openLines(engine);
  try {
    const landed: LandedReplay[] = [];
    const extracts = EXTRACTS.flatMap((contract) => source.extracts.filter((extract) => extract.contract === contract));
    for (const extract of extracts) {
      const one = await landReplay(engine, source, extract, landed.length);
      if (one === null) continue;
      onProgress(`replaying ${extract.contract.name}`);
      landed.push(one);
    }
    await engine.transaction(async () => {
      const last = await engine.columns("select coalesce(max(delivery_id), 0) + 1 as n from load_batches");
      const applied = landed.filter(({counts}) => counts.rowsIn > 0);
      for (const one of landed) await settle(engine, one);
      for (const one of applied) await applyBatch(engine, one);
      await writeBooks(engine, numbersOf(last, "n")[0]!, applied, now().toISOString());
      await stageViews(engine, source);
      await beforeCommit();
    });
    const open = await engine.columns(
      `select count(*) as n from quarantine where replayed_in is null and rule <> 'duplicate'`
    );
    return {
      replayed: landed.reduce((sum, {counts}) => sum + counts.rowsIn, 0),
      stillQuarantined: numbersOf(open, "n")[0]!
    };
  } finally {
    await clearLandings(engine).catch(() => undefined);
    await clearScratch(engine).catch(() => undefined);
  }
}

async function landReplay(
  engine: Engine,
  source: Source,
  extract: SourceExtract,
  place: number
): Promise<LandedReplay | null> {
  const {contract} = extract;
  const mapping = mappingHash(source, extract);
  const of = openRows(extract, mapping);
  const files = await replayedFiles(engine, of);
  if (files.length === 0) return null;
  const ids = await engine.columns(
    "select (select coalesce(max(batch_id), 0) from load_batches) as batch, (select coalesce(max(file_id), 0) from load_files) as file"
  );
  const firstFile = numbersOf(ids, "file")[0]! + 1 + place * 1_000_000; // files of other extracts in this replay stand between
  const read = files.map((file, at): ReplayedFile => ({...file, fileId: firstFile + at}));
  const batch: Batch = {
    id: numbersOf(ids, "batch")[0]! + 1 + place,
    contract,
    // What an adapter makes of its files stands in quarantine as its SQL left it: in the contract's own columns.
    extract: extract.mapping.kind === "sql" ? {...extract, mapping: {kind: "same"}} : extract,
    mappingHash: mapping,
    tables: []
  };
  const setting = settingOf(source);
  const rows = await replayRows(engine, of, read);
  await createRawTable(engine, contract, landingTable(contract));
  await insertRows(engine, batch, rows, setting);
  await listFailures(engine, batch, rows, setting); // under the rules that they break now
  await findClashes(engine, batch, source.currency, "full");
  await engine.run(`insert into found select ${batch.id}, ${literal(contract.name)}, file_id, source_line, column_name, value, rule,
    event_date, null from clashes`);
  await refuseOverruled(engine, batch, read);
  const {superseded} = await findSuccession(engine, contract, "increment");
  const left = await leavingByFile(engine, batch);
  const leaving = read.map((file) => ({...file, rows: left.get(file.fileId) ?? 0}));
  return {batch, files: leaving, counts: await replayCounts(engine, batch, superseded), delivery: "replay"};
}

/** How many rows of each file leave the quarantine. */
async function leavingByFile(engine: Engine, {contract}: Batch): Promise<ReadonlyMap<number, number>> {
  const counted = await engine.columns(`select file_id, count(*) as n from ${identifier(landingTable(contract))}
    where outcome is null or outcome = 'duplicate' group by file_id order by file_id`);
  const numbers = numbersOf(counted, "n");
  return new Map([...numbersOf(counted, "file_id")].map((id, at) => [id, numbers[at]!]));
}

async function replayCounts(engine: Engine, {contract}: Batch, superseded: number): Promise<LandedBatch["counts"]> {
  const counted = await engine.columns(`select count(*) filter (outcome is null) as loaded,
      count(*) filter (outcome = 'duplicate') as duplicates
    from ${identifier(landingTable(contract))}`);
  const [loaded, duplicates] = [numbersOf(counted, "loaded")[0]!, numbersOf(counted, "duplicates")[0]!];
  const rowsIn = loaded + duplicates;
  return {extract: contract.name, rowsIn, loaded, duplicates, quarantined: 0, leftOut: 0, superseded, ended: 0};
}

/** Marks the rows that left the quarantine, and gives the others the rule that they break now. */
async function settle(engine: Engine, {batch, files}: LandedReplay): Promise<void> {
  await engine.write(
    "replayed_files",
    columnsFrom({
      file_id: integers(files.map(({fileId}) => fileId)),
      file_name: varchars(files.map(({name}) => name)),
      listed_in: integers(files.map(({listedIn}) => listedIn))
    })
  );
  const landing = identifier(landingTable(batch.contract));
  const same = `quarantine.extract = ${literal(batch.contract.name)} and quarantine.batch_id = listed_in
    and quarantine.source_file = file_name and quarantine.source_line = settled.source_line and quarantine.replayed_in is null`;
  await engine.run(`
    update quarantine set replayed_in = ${batch.id}
    from (select listed_in, file_name, source_line from ${landing} join replayed_files using (file_id)
      where outcome is null or outcome = 'duplicate') as settled
    where ${same};

    update quarantine set rule = settled.rule, column_name = settled.column_name, value = settled.value
    from (select listed_in, file_name, source_line, rule, column_name, value from found join replayed_files using (file_id)
      where batch_id = ${batch.id} and rule <> 'duplicate') as settled
    where ${same};

    delete from found where batch_id = ${batch.id};
    delete from ${landing} where outcome is not null and outcome <> 'duplicate';
    drop table replayed_files`);
}
