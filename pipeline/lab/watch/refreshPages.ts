import {readFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {columnsOfArrow} from "#warehouse/engine/arrow.js";
import type {Source} from "#loaders/source.js";
import {openDuckDB} from "#warehouse/engine/duckdb.js";
import {literal, type Engine} from "#warehouse/engine/engine.js";
import {defineMacros} from "#warehouse/macros/macros.js";
import {currentSnapshot, publishSnapshot, readManifest, type PublishedMart} from "#warehouse/snapshot.js";
import {buildTable, sqlTablesIn} from "#warehouse/sqlTable.js";
import {runIdOf} from "../../manifest/runId.js";
import {policiesInForce} from "../../policy/policy.js";
import type {Progress} from "../../progress.js";
import {buildSite} from "../../publishing/buildSite.js";
import {withWarehouse, type WarehouseRequest} from "../../quarantine/warehouse.js";
import {stepRecord} from "../../runRecord.js";
import type {Settings} from "../../settings/settings.js";
import {stateFolderOf} from "../../stateFolder.js";
import {describeExperiments} from "../../steps/lab.js";
import {experimentsIn, registryOf} from "../registry.js";
import {keptBeside} from "./keptBeside.js";
import {labSettings} from "./labSettings.js";

const MARTS = new URL("../../../warehouse/marts/", import.meta.url);

/** The pages of which an experiment changes something. */
const PAGES = ["experiments", "model", "compare", "validation"] as const;

export interface RefreshRequest {
  readonly sourceId: string;
  readonly settings: Settings;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/**
 * Draws the lab's pages anew from the experiments of the registry and the quick ones: the marts that tell of experiments, built beside
 * the warehouse, which is only read; the others as the last run published them. Returns the folder of the pages.
 */
export async function refreshPages({sourceId, settings, progress, signal}: RefreshRequest): Promise<string> {
  const lab = labSettings(settings);
  keptBeside(registryOf(settings), registryOf(lab));
  const snapshot = await besideWarehouse({sourceId, settings}, async (engine, source) => {
    const policies = {
      default: policiesInForce(settings.policies, "default", source.calendar),
      rating: policiesInForce(settings.policies, "rating", source.calendar),
      tiers: policiesInForce(settings.policies, "tiers", source.calendar),
      quality: policiesInForce(settings.policies, "quality", source.calendar)
    };
    const record = stepRecord();
    const experiments = await describeExperiments(
      {engine, source, policies, champions: [], progress, record},
      {...lab, policies: settings.policies}
    );
    const published = currentSnapshot(stateFolderOf(settings, source));
    const {marts: _, ...manifest} = readManifest(published);
    const others = new Set(experimentsIn(registryOf(lab)).map(({id}) => id));
    const inputs = [...manifest.inputs.filter(({name}) => !others.has(name)), ...experiments];
    const tables = record.entries.map(({table}) => table);
    const marts = await martsOf(engine, published, tables);
    return publishSnapshot(stateFolderOf(lab, source), {...manifest, inputs, runId: runIdOf(source.id, inputs)}, marts);
  });
  signal.throwIfAborted();
  const {current} = await buildSite({
    snapshot,
    audience: "data_science",
    outFolder: resolve(lab.out),
    language: settings.language,
    pages: PAGES,
    signal
  });
  return current;
}

/** Gives `work` a database in memory that stands before the warehouse, which is only read. */
async function besideWarehouse<T>(
  {sourceId, settings}: WarehouseRequest,
  work: (engine: Engine, source: Source) => Promise<T>
): Promise<T> {
  const source = await withWarehouse({sourceId, settings}, async (_, found) => found);
  const {threads, memory_limit: memoryLimit} = settings;
  const engine = await openDuckDB(":memory:", {threads, memoryLimit});
  try {
    const file = join(stateFolderOf(settings, source), "warehouse.duckdb");
    await engine.run(`attach ${literal(file)} as warehouse (read_only)`);
    await engine.run("set search_path = 'memory.main,warehouse.main'");
    await defineMacros(engine);
    return await work(engine, source);
  } finally {
    engine.close();
  }
}

async function martsOf(engine: Engine, published: string, written: readonly string[]): Promise<PublishedMart[]> {
  const isMoved = new RegExp(`\\b(${written.join("|")})\\b`);
  const {marts: before} = readManifest(published);
  const marts: PublishedMart[] = [];
  for (const {contract, sql} of (await sqlTablesIn(MARTS)).values()) {
    const {name} = contract;
    if (isMoved.test(sql)) {
      await buildTable(engine, {contract, sql});
      marts.push({contract, columns: await engine.columns(`select * from "${name}"`), sql});
    } else if (before[name] !== undefined) {
      const columns = columnsOfArrow(readFileSync(join(published, "marts", `${name}.arrow`)));
      marts.push({contract, columns, sql: before[name].sql});
    }
  }
  return marts;
}
