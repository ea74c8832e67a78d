import {mkdir, rename, rm} from "node:fs/promises";
import {dirname, join} from "node:path";
import {openDuckDB} from "#warehouse/engine/duckdb.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {UserError} from "#warehouse/engine/userError.js";
import {writeBooks} from "./books.js";
import {drawsOf} from "./draws.js";
import {totalsOf, writeControls, type FileTotals} from "./files/controls.js";
import {EXTRACT_FILES} from "./files/extractFiles.js";
import {writeExtract} from "./files/writeExtract.js";
import {writeTruth, writeTruthJson} from "./files/writeTruth.js";
import type {World} from "./simulate.js";
import {factorsOf} from "./truth/factors.js";
import {TRUTH} from "./truth/parameters.js";

export type DemoSize = "small" | "medium" | "large";

const OBLIGORS: Readonly<Record<DemoSize, number>> = {small: 2_000, medium: 20_000, large: 200_000};

/** On one thread the engine copies rows in another way, neither in their order nor into the same row groups. */
const LEAST_THREADS = 2;

export interface DemoOptions {
  /** Where the extracts go; whatever stood there is replaced. */
  readonly folder: string;
  /** Where the truth goes; no loader looks there. */
  readonly truthFolder: string;
  readonly size: DemoSize;
  readonly seed: number;
  readonly threads?: number;
  /** For example `4GB`; what needs more spills to disk beside the folder. */
  readonly memoryLimit?: string;
  /** Another number of obligors than the size says. */
  readonly obligors?: number;
  readonly onProgress?: (line: string) => void;
  /** Stops the work; nothing is then left of it. */
  readonly signal?: AbortSignal;
}

export interface DemoSummary {
  readonly obligors: number;
  readonly rowsByExtract: Readonly<Record<string, number>>;
  readonly dirtyRows: number;
  readonly trueAuc: number;
  readonly defaultRate: number;
}

/**
 * Writes a synthetic lender with known truth: one file for each extract contract, and a folder of truth.
 * Same seed, same bytes, whatever the threads. Both folders appear whole at the end, or not at all.
 */
export async function writeDemoBank(options: DemoOptions): Promise<DemoSummary> {
  if (!(Number.isSafeInteger(options.seed) && options.seed >= 0)) {
    throw new UserError(`seed: expected a whole number of zero or more; got ${options.seed}`);
  }
  const work = {
    extracts: `${options.folder}.part`,
    truth: `${options.truthFolder}.part`,
    database: `${options.folder}.work`
  };
  for (const path of Object.values(work)) await rm(path, {recursive: true, force: true});
  for (const path of Object.values(work)) await mkdir(path, {recursive: true});
  try {
    const summary = await written(options, work);
    await replaced(work.truth, options.truthFolder);
    await replaced(work.extracts, options.folder);
    return summary;
  } finally {
    for (const path of Object.values(work)) await rm(path, {recursive: true, force: true});
  }
}

async function replaced(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), {recursive: true});
  await rm(to, {recursive: true, force: true});
  await rename(from, to);
}

async function written(
  options: DemoOptions,
  work: {extracts: string; truth: string; database: string}
): Promise<DemoSummary> {
  const {seed, memoryLimit = "4GB", signal} = options;
  const onProgress = (line: string): void => {
    signal?.throwIfAborted();
    options.onProgress?.(line);
  };
  const threads = Math.max(LEAST_THREADS, options.threads ?? LEAST_THREADS);
  const obligors = options.obligors ?? OBLIGORS[options.size];
  const draws = drawsOf(seed);
  const world: World = {draws, truth: TRUTH, factors: factorsOf(draws, TRUTH), obligors};
  const path = options.size === "large" ? join(work.database, "bank.duckdb") : ":memory:";
  const engine = await openDuckDB(path, {threads, memoryLimit, temporaryDirectory: join(work.database, "spill")});
  const stop = () => engine.interrupt();
  signal?.addEventListener("abort", stop);
  try {
    const tally = await writeBooks(engine, seed, world, onProgress);
    const rowsByExtract = await writeExtracts(engine, work, obligors, onProgress);
    const pools = tally.pools();
    const dirtyRows = await writeTruth(engine, work.truth, world.factors);
    await writeTruthJson(work.truth, {seed, obligors, rowsByExtract, dirtyRows, ...pools});
    return {
      obligors,
      rowsByExtract,
      dirtyRows,
      trueAuc: pools.pooled.aucIntegrated,
      defaultRate: pools.pooled.defaultRate
    };
  } finally {
    signal?.removeEventListener("abort", stop);
    engine.close();
  }
}

async function writeExtracts(
  engine: Engine,
  {extracts: folder, truth}: {extracts: string; truth: string},
  obligors: number,
  onProgress: (line: string) => void
): Promise<Record<string, number>> {
  await engine.run(
    'create or replace table dirty_row (extract varchar, kind varchar, "key" varchar, line bigint, "column" varchar, value varchar, expected_rule varchar)'
  );
  const rows: Record<string, number> = {};
  const totals: FileTotals[] = [];
  for (const file of EXTRACT_FILES) {
    rows[file.contract.name] = await writeExtract(engine, file, folder, obligors);
    totals.push(await totalsOf(engine, file, folder, rows[file.contract.name]!));
    onProgress(`wrote ${rows[file.contract.name]!.toLocaleString("en")} rows of ${file.contract.name}`);
  }
  await writeControls(folder, truth, totals);
  return rows;
}
