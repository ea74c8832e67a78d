import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {columnsFrom, integers, numbersOf, varchars} from "#warehouse/engine/columns.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {UserError} from "#warehouse/engine/userError.js";
import {applyBatch, writeBooks, type LandedBatch} from "./batches/apply.js";
import {settingOf, type Batch, type Setting} from "./batches/batch.js";
import {findClashes} from "./batches/clashes.js";
import {countsOf, type BatchCounts, type TableCounts} from "./batches/counts.js";
import {findSuccession} from "./batches/earlier.js";
import {hasRows} from "./batches/hasRows.js";
import {inForce, type LoadedFile} from "./batches/inForce.js";
import {land, type LandOptions} from "./batches/land.js";
import {openLines} from "./batches/lines.js";
import {planDelivery} from "./batches/plan.js";
import {landRefused, listProblems, mostLookedAt, openFound} from "./batches/problems.js";
import {clearLandings, clearScratch, openBooks} from "./batches/tables.js";
import type {QualityPolicy} from "./checks/policy.js";
import {runChecks} from "./checks/runChecks.js";
import {stopSentence} from "./checks/stopSentence.js";
import type {CheckVerdict} from "./checks/verdict.js";
import {EXTRACTS} from "./contracts/index.js";
import type {DeclaredControl} from "./controls/declared.js";
import {readControls} from "./controls/readControls.js";
import {reconcile, type ControlResult} from "./controls/reconcile.js";
import {requireKnownFiles} from "./controls/requireKnownFiles.js";
import {createRawTable, IN_FORCE, landingTable} from "./raw/rawTable.js";
import type {Source} from "./sources/contract.js";
import {checkQuarantined, QUARANTINE_LIMIT} from "./staging/quarantineLimit.js";
import {noteDoubts} from "./staging/consents.js";
import {stageViews} from "./staging/views.js";
import {withheldRows, type Withheld} from "./staging/withheld.js";

export type {LoadedFile} from "./batches/inForce.js";
export type {TableCounts} from "./batches/counts.js";

/** What a load did, and what is in force after it. */
export interface LoadReport {
  /** Files whose rows are in force, or were looked at and repeat them, in the order of loading. */
  readonly files: readonly LoadedFile[];
  /** Where the rows of these files went, one for each extract that the source has, parents before children. */
  readonly tables: readonly TableCounts[];
  /** Batches of this load. */
  readonly batches: readonly BatchCounts[];
  /** Files that were loaded before. */
  readonly alreadyLoaded: readonly string[];
  /** Control totals of this load that do not agree with what came. */
  readonly breaks: readonly ControlResult[];
  /** Rows in force that stay behind for want of consent. */
  readonly withheld: readonly Withheld[];
  /** Verdicts on what is in force; none where the caller names no policy. */
  readonly verdicts: readonly CheckVerdict[];
  /** Hash of all batches, in their order: equal histories give equal warehouses. */
  readonly history: string;
}

export interface LoadOptions {
  /** Told in one line what is being done. */
  readonly onProgress?: (line: string) => void;
  /** Told how many bytes of the files were read since it was last told. */
  readonly onBytes?: (bytes: number) => void;
  /** Told once how many bytes the new files have. */
  readonly onTotal?: (bytes: number) => void;
  /** By extract: up to where the folder was pulled from a database, kept with what is loaded from it. */
  readonly watermarks?: Readonly<Record<string, string>>;
  /** Share of an extract's rows, in [0, 1], beyond which its quarantine stops the load; 20 rows are always let pass. */
  readonly quarantineLimit?: number;
  /** What the data in force are held to; without it nothing is checked beyond the contracts. */
  readonly quality?: QualityPolicy;
  readonly now?: () => Date;
  /** What else must become visible with the delivery. */
  readonly beforeCommit?: () => Promise<void>;
  /** Where files are rewritten that the engine cannot read as they lie; by default in the system's folder for such. */
  readonly spoolFolder?: string;
  readonly signal?: AbortSignal;
}

/**
 * Loads what is new in a folder: into `raw_`, `quarantine` and the books, in one transaction, and makes `stg_` over them. After a failure
 * the warehouse shows what it showed before; loading the same files again changes nothing.
 *
 * Every extract contract has a `stg_` table afterwards, empty where the source lacks it. Throws a UserError where a file, or the
 * folder, cannot be used, and where an extract has rows but none of them, or too few, could be loaded.
 */
export async function loadSource(
  engine: Engine,
  source: Source,
  folder: string,
  {
    quarantineLimit = QUARANTINE_LIMIT,
    now = () => new Date(),
    onProgress = () => undefined,
    ...options
  }: LoadOptions = {}
): Promise<LoadReport> {
  if (!(quarantineLimit >= 0 && quarantineLimit <= 1)) {
    throw new RangeError(`quarantineLimit must be in [0, 1]; got ${quarantineLimit}`);
  }
  const signal = options.signal === undefined ? {} : {signal: options.signal};
  await openBooks(engine);
  const spoolFolder = options.spoolFolder ?? (await mkdtemp(join(tmpdir(), "loanscape-spool-")));
  try {
    const declared = readControls(folder);
    const {batches, alreadyLoaded, names, bytes} = await planDelivery(engine, source, folder, {onProgress, ...signal});
    requireKnownFiles(declared, names);
    options.onTotal?.(bytes);
    await openFound(engine);
    await openLines(engine);
    const setting = settingOf(source);
    const landed: LandedBatch[] = [];
    for (const batch of batches) {
      options.signal?.throwIfAborted();
      onProgress(`reading ${batch.contract.name}`);
      const told = options.onBytes === undefined ? {} : {onBytes: options.onBytes};
      const one = await landBatch(engine, batch, setting, {spoolFolder, quarantineLimit, ...told, ...signal});
      await checkLanded(engine, one, quarantineLimit);
      landed.push(one);
    }
    onProgress("making the delivery visible");
    const {breaks, withheld, verdicts} = await engine.transaction(async () => {
      const found = await reconcileAll(engine, landed, declared);
      if (landed.length > 0) await applyDelivery(engine, landed, now().toISOString());
      await keepWatermarks(engine, options.watermarks ?? {});
      await stageViews(engine, source);
      await options.beforeCommit?.();
      const withheld = await withheldRows(engine, source);
      return {breaks: found, withheld, verdicts: await checked(engine, source, options.quality)};
    });
    return {
      ...(await inForce(engine, source)),
      batches: landed.map(({counts}) => counts),
      alreadyLoaded,
      breaks,
      withheld,
      verdicts
    };
  } finally {
    if (options.spoolFolder === undefined) await rm(spoolFolder, {recursive: true, force: true});
    await clearLandings(engine).catch(() => undefined);
    await clearScratch(engine).catch(() => undefined);
  }
}

async function landBatch(
  engine: Engine,
  batch: Batch,
  setting: Setting,
  {quarantineLimit, ...options}: LandOptions & {readonly quarantineLimit: number}
): Promise<LandedBatch> {
  const {contract, extract} = batch;
  await createRawTable(engine, contract, landingTable(contract));
  const readings = await land(engine, batch, setting, options);
  const files = readings.flatMap((reading) => reading.files);
  const rows = files.reduce((sum, file) => sum + file.rows, 0);
  const most = mostLookedAt(rows, quarantineLimit);
  await landRefused(engine, batch, readings, setting, most);
  await findClashes(engine, batch, setting.currency, extract.delivery);
  await listProblems(engine, batch, readings, setting, most);
  const delivery = (await hasIllegible(engine, batch.id)) ? "increment" : extract.delivery; // whose row it was cannot be told
  const succession = await findSuccession(engine, contract, delivery);
  const counts = await countsOf(engine, batch, files, succession, most);
  return {batch, files, counts, delivery: extract.delivery};
}

/** Whether a line of the batch could not be read as a record at all. */
async function hasIllegible(engine: Engine, batchId: number): Promise<boolean> {
  const illegible = "select 1 from found where batch_id = $batchId and rule in ('unreadable', 'wrong_field_count')";
  return await hasRows(engine, illegible, {batchId});
}

async function checkLanded(engine: Engine, {counts, files, delivery}: LandedBatch, limit: number): Promise<void> {
  await engine.write(
    "landing_files",
    columnsFrom({
      file_id: integers(files.map(({fileId}) => fileId)),
      file_name: varchars(files.map(({name}) => name))
    })
  );
  await checkQuarantined(engine, counts, limit);
  await engine.run("drop table landing_files");
  if (counts.rowsIn > 0) return;
  if (counts.extract === "obligors" && (delivery === "full" || !(await hasRows(engine, HELD_OBLIGORS)))) {
    throw new UserError("obligors: the file has no rows, and without obligors there is no book; export it again");
  }
  if (counts.ended > 0) {
    throw new UserError(
      `${files.map(({name}) => name).join(", ")}: the file has no rows, and as a full delivery it would end all ${counts.ended} of ` +
        `${counts.extract} that are in force; export it again, or take it out of the folder`
    );
  }
}

const HELD_OBLIGORS = `select 1 from raw_obligors where ${IN_FORCE}`;

async function keepWatermarks(engine: Engine, watermarks: Readonly<Record<string, string>>): Promise<void> {
  for (const [extract, watermark] of Object.entries(watermarks)) {
    await engine.run("delete from load_watermarks where extract = $extract", {extract});
    await engine.run("insert into load_watermarks values ($extract, $watermark)", {extract, watermark});
  }
}

async function reconcileAll(
  engine: Engine,
  landed: readonly LandedBatch[],
  declared: readonly DeclaredControl[]
): Promise<ControlResult[]> {
  const breaks: ControlResult[] = [];
  for (const {batch, files} of landed) {
    const controlled = {
      batchId: batch.id,
      contract: batch.contract,
      table: landingTable(batch.contract),
      fileIds: new Map(files.map(({name, fileId}) => [name, fileId])),
      rowsByFile: new Map(files.map(({name, rows}) => [name, rows])),
      declared
    };
    breaks.push(...(await reconcile(engine, controlled)));
  }
  return breaks;
}

/** Throws a UserError where a verdict stops the delivery. */
async function checked(engine: Engine, source: Source, policy: QualityPolicy | undefined): Promise<CheckVerdict[]> {
  if (policy === undefined) return [];
  const contracts = EXTRACTS.filter((contract) => source.extracts.some((extract) => extract.contract === contract));
  const {calendar, consents} = source;
  const verdicts = await runChecks(engine, {contracts, dataEnd: calendar.dataEnd, policy, consents});
  const sentence = stopSentence(verdicts);
  if (sentence !== null) throw new UserError(sentence);
  return verdicts;
}

async function applyDelivery(engine: Engine, landed: readonly LandedBatch[], loadedAt: string): Promise<void> {
  const last = await engine.columns("select coalesce(max(delivery_id), 0) + 1 as n from load_batches");
  for (const {batch} of landed) if (batch.contract.name === "consents") await noteDoubts(engine, batch.id);
  for (const one of landed) await applyBatch(engine, one);
  await writeBooks(engine, numbersOf(last, "n")[0]!, landed, loadedAt);
}
