import {numbersOf, rowsOf} from "#warehouse/engine/columns.js";
import {literal, type Engine} from "#warehouse/engine/engine.js";
import {EXTRACTS} from "../contracts/index.js";
import {findTables} from "../formats/findTables.js";
import {fingerprint} from "../formats/fingerprint.js";
import type {Source, SourceExtract} from "../sources/contract.js";
import type {Batch, BatchTable, SizedFile} from "./batch.js";
import {locate} from "./locate.js";
import {mappingHash} from "./mappingHash.js";
import {checkHeaders} from "./wantedColumns.js";

export interface Plan {
  /** Parents before children. */
  readonly batches: readonly Batch[];
  /** Files that were loaded before under the same mapping. */
  readonly alreadyLoaded: readonly string[];
  /** Names of the tables of each extract, those of files loaded before being the files'. */
  readonly names: ReadonlyMap<string, readonly string[]>;
  /** Of the new files. */
  readonly bytes: number;
}

/** What of a folder is new, and the tables in it. Throws a UserError where a file cannot be what it should be. */
export async function planDelivery(
  engine: Engine,
  source: Source,
  folder: string,
  {onProgress, signal}: {readonly onProgress: (line: string) => void; readonly signal?: AbortSignal}
): Promise<Plan> {
  const located = await locate(source, folder);
  const batches: Batch[] = [];
  const alreadyLoaded: string[] = [];
  const names = new Map<string, readonly string[]>();
  let bytes = 0;
  let batchId = await next(engine, "load_batches", "batch_id");
  let fileId = await next(engine, "load_files", "file_id");
  for (const contract of EXTRACTS) {
    const extract = source.extracts.find((candidate) => candidate.contract === contract);
    const files = extract === undefined ? undefined : located.get(extract);
    if (extract === undefined || files === undefined) continue;
    const mapping = mappingHash(source, extract);
    const known = await knownFiles(engine, contract.name, mapping);
    const fresh = await freshFiles(extract, files, known, signal);
    const old = files.filter((file) => !fresh.includes(file)).map(({name}) => name);
    alreadyLoaded.push(...old);
    names.set(contract.name, old);
    if (fresh.length === 0) continue;
    const tables: BatchTable[] = [];
    for (const file of fresh) {
      bytes += file.bytes;
      onProgress(`checking ${file.name}`);
      for (const table of await findTables(engine, file, extract.hints)) tables.push({fileId: fileId++, table});
    }
    const batch: Batch = {id: batchId++, contract, extract, mappingHash: mapping, tables};
    checkHeaders(batch);
    names.set(contract.name, [...old, ...tables.map(({table}) => table.name)]);
    batches.push(batch);
  }
  return {batches, alreadyLoaded, names, bytes};
}

interface Known {
  /** Hashes by size. */
  readonly bySize: ReadonlyMap<number, ReadonlySet<string>>;
  /** Hashes of the files of the latest batch. */
  readonly latest: ReadonlySet<string>;
}

async function knownFiles(engine: Engine, extract: string, mapping: string): Promise<Known> {
  const rows = rowsOf<{bytes: bigint; sha256: string; batch_id: number}>(
    await engine.columns(`select distinct bytes, sha256, batch_id from load_files join load_batches using (batch_id)
      where extract = ${literal(extract)} and mapping_sha256 = ${literal(mapping)} and delivery <> 'replay'
      order by batch_id, sha256`)
  );
  const latest = await engine.columns(
    `select max(batch_id) as n from load_batches where extract = ${literal(extract)} and delivery <> 'replay'`
  );
  const bySize = new Map<number, Set<string>>();
  for (const {bytes, sha256} of rows) bySize.set(Number(bytes), (bySize.get(Number(bytes)) ?? new Set()).add(sha256));
  const last = numbersOf(latest, "n")[0];
  return {bySize, latest: new Set(rows.filter((row) => row.batch_id === last).map(({sha256}) => sha256))};
}

/** Files not loaded before; a full delivery counts as loaded only as a whole, and only when it came last. */
async function freshFiles(
  {delivery}: SourceExtract,
  files: readonly SizedFile[],
  {bySize, latest}: Known,
  signal?: AbortSignal
): Promise<readonly SizedFile[]> {
  const fresh: SizedFile[] = [];
  const met = new Set<string>();
  for (const file of files) {
    const hashes = bySize.get(file.bytes);
    const sha256 = hashes === undefined ? null : (await fingerprint(file, signal === undefined ? {} : {signal})).sha256;
    if (sha256 !== null && hashes!.has(sha256)) met.add(sha256);
    else fresh.push(file);
  }
  if (delivery === "increment") return fresh;
  const isLatest = fresh.length === 0 && met.size === latest.size && [...met].every((hash) => latest.has(hash));
  return isLatest ? [] : files;
}

async function next(engine: Engine, table: string, column: string): Promise<number> {
  return numbersOf(await engine.columns(`select coalesce(max(${column}), 0) + 1 as n from ${table}`), "n")[0]!;
}
