import {mkdirSync, mkdtempSync, rmSync} from "node:fs";
import {join} from "node:path";
import {pullSource} from "#loaders/database/pullSource.js";
import {stageEntities} from "#loaders/entities/stageEntities.js";
import {loadSource, type LoadReport} from "#loaders/load.js";
import {sourceOf, type Source} from "#loaders/source.js";
import {openDuckDB} from "#warehouse/engine/duckdb.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {policiesInForce} from "./policy/policy.js";
import type {Progress} from "./progress.js";
import type {Settings} from "./settings/settings.js";
import {stateFolderOf} from "./stateFolder.js";

export interface LoadRequest {
  /** Id of the source, or the YAML file that describes it. */
  readonly sourceId: string;
  /** Folder of the extracts; null where the source is a database. */
  readonly from: string | null;
  readonly settings: Settings;
  readonly progress: Progress;
  readonly now: () => Date;
  readonly signal?: AbortSignal;
}

export interface LoadSummary extends LoadReport {
  readonly source: string;
  readonly seconds: number;
  readonly warnings: readonly string[];
}

/** Loads what is new of a source into its warehouse, and no more. */
export async function load(request: LoadRequest): Promise<LoadSummary> {
  const {settings, progress, now, signal} = request;
  const source = sourceOf(request.sourceId);
  const state = stateFolderOf(settings, source);
  mkdirSync(state, {recursive: true});
  const engine = await openWarehouse(state, settings);
  const stop = () => engine.interrupt();
  signal?.addEventListener("abort", stop);
  const started = now().getTime();
  try {
    progress.step("load", 0, 1);
    const report = await loadInto(engine, source, request);
    return {...report, source: source.id, seconds: (now().getTime() - started) / 1000};
  } finally {
    signal?.removeEventListener("abort", stop);
    progress.end();
    engine.close();
  }
}

/** Opens the warehouse of a source for writing. */
export async function openWarehouse(state: string, settings: Settings): Promise<Engine> {
  return await openDuckDB(join(state, "warehouse.duckdb"), {
    threads: settings.threads,
    memoryLimit: settings.memory_limit,
    temporaryDirectory: join(state, "spill")
  });
}

/** The step of loading: what is new, checked by the quality policy, and who belongs to whom in it. */
export async function loadInto(
  engine: Engine,
  source: Source,
  {from, settings, progress, now, signal}: LoadRequest
): Promise<LoadReport & {readonly warnings: readonly string[]}> {
  const state = stateFolderOf(settings, source);
  const spoolFolder = freshFolder(join(state, "spool"));
  const pulledFolder = from === null ? freshFolder(join(state, "pulled")) : null;
  const aborting = signal === undefined ? {} : {signal};
  try {
    const pulled = pulledFolder === null ? null : await pullSource(engine, source, pulledFolder, aborting);
    const quality = policiesInForce(settings.policies, "quality", source.calendar).at(-1)!.policy;
    const report = await loadSource(engine, source, from ?? pulledFolder!, {
      onProgress: progress.line,
      ...amountsTo(progress, now),
      quality,
      now,
      spoolFolder,
      beforeCommit: async () => {
        progress.line("finding groups and counterparties");
        await stageEntities(engine);
      },
      ...(pulled === null ? {} : {watermarks: pulled.watermarks}),
      ...aborting
    });
    return {...report, warnings: pulled?.warnings ?? []};
  } finally {
    rmSync(spoolFolder, {recursive: true, force: true});
    if (pulledFolder !== null) rmSync(pulledFolder, {recursive: true, force: true});
  }
}

function amountsTo(progress: Progress, now: () => Date) {
  let total = 0;
  let done = 0;
  let started = 0;
  return {
    onTotal: (bytes: number) => {
      total = bytes;
      started = now().getTime();
    },
    onBytes: (bytes: number) => {
      done += bytes;
      progress.amount({done, total, seconds: (now().getTime() - started) / 1000});
    }
  };
}

/** A new folder below one that a killed run may have left full. */
function freshFolder(folder: string): string {
  rmSync(folder, {recursive: true, force: true});
  mkdirSync(folder, {recursive: true});
  return mkdtempSync(join(folder, "load-"));
}
