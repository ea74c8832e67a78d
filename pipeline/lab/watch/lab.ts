import {readdirSync} from "node:fs";
import {join, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {sourceOf} from "#loaders/source.js";
import {UserError} from "#warehouse/engine/userError.js";
import type {Progress} from "../../progress.js";
import type {Settings} from "../../settings/settings.js";
import {readSpec, type Spec} from "../spec.js";
import type {Trained} from "../train.js";
import {labSettings} from "./labSettings.js";
import {serveLive, type LiveSite} from "./liveSite.js";
import {quickTrain} from "./quickTrain.js";
import {refreshPages} from "./refreshPages.js";
import {renewFeatures} from "./renewFeatures.js";
import {folderOf, isYaml, watchFolders} from "./watchFiles.js";

const FEATURES = fileURLToPath(new URL("../../../warehouse/features", import.meta.url));

/** What the lab tells while it runs. */
export type LabEvent =
  | {readonly event: "serving"; readonly url: string}
  | {readonly event: "watching"; readonly files: readonly string[]}
  | {readonly event: "trained"; readonly file: string; readonly seconds: number; readonly trained: Trained}
  | {readonly event: "refused"; readonly file: string; readonly message: string}
  | {readonly event: "refreshed"; readonly seconds: number; readonly since: number};

export interface LabRequest {
  /** Files of specs; empty for those of `data/models` that are of the source. */
  readonly specs: readonly string[];
  readonly sourceId: string;
  /** Whether pages are drawn and served. */
  readonly hasPages: boolean;
  readonly settings: Settings;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  readonly onEvent: (event: LabEvent) => void;
}

/** Saves that were answered, and how. */
export interface LabSummary {
  readonly rounds: number;
  readonly trained: number;
  readonly refused: number;
}

/**
 * Watches specs and the SQL of features, trains quickly what a save moves, and draws and serves the lab's pages anew, until the signal.
 * What is wrong with a file is told, and the lab goes on. Throws a UserError where it cannot start.
 */
export async function watchLab(request: LabRequest): Promise<LabSummary> {
  const {specs, sourceId, signal, onEvent} = request;
  sourceOf(sourceId);
  const named = specs.map((file) => resolve(file));
  const folder = resolve("data/models");
  const isSpec = (file: string) =>
    named.length === 0 ? isYaml(file) && folderOf(file) === folder : named.includes(file);
  const isFeature = (file: string) => folderOf(file) === FEATURES && /\.(sql|ts)$/.test(file);
  const folders = [FEATURES, ...(named.length === 0 ? [folder] : named.map(folderOf))];
  const watching = watchFolders(folders, (file) => isSpec(file) || isFeature(file), signal);
  const summary = {rounds: 0, trained: 0, refused: 0};
  let site: LiveSite | null = null;
  try {
    const all = () => (named.length > 0 ? named : specsOf(folder, sourceId));
    onEvent({event: "watching", files: all()});
    let saved: readonly string[] | null = all();
    let features: readonly string[] = [];
    while (saved !== null) {
      const since = performance.now();
      const told = await round(request, {specs: saved, features});
      summary.rounds++;
      summary.trained += told.trained;
      summary.refused += told.refused;
      if (signal.aborted) break;
      if (request.hasPages && (told.trained > 0 || site === null)) {
        if (await refreshed(request, since)) {
          site ??= await opened(request);
          site.refresh();
        }
      }
      const files = await watching.saved();
      features = files?.filter(isFeature) ?? [];
      saved = files === null ? null : features.length > 0 ? all() : files.filter(isSpec);
    }
    return summary;
  } finally {
    watching.close();
    await site?.close();
  }
}

function specsOf(folder: string, sourceId: string): string[] {
  const files = readdirSync(folder).filter(isYaml).sort();
  return files.map((name) => join(folder, name)).filter((file) => isOf(file, sourceId));
}

/** A spec that cannot be read may be of the source: it is trained, so that what is wrong with it is told. */
function isOf(file: string, sourceId: string): boolean {
  try {
    const {population}: Spec = readSpec(file);
    return population.from === "warehouse" && population.source === sourceId;
  } catch {
    return true;
  }
}

interface Round {
  readonly specs: readonly string[];
  readonly features: readonly string[];
}

/** Builds the features that were saved, and trains the specs. */
async function round(request: LabRequest, {specs, features}: Round): Promise<{trained: number; refused: number}> {
  const told = {trained: 0, refused: 0};
  const attempt = async (file: string, work: () => Promise<void>): Promise<boolean> => {
    try {
      await work();
      return true;
    } catch (error) {
      if (request.signal.aborted) return false;
      if (!(error instanceof UserError) && features.length === 0) throw error;
      told.refused++;
      request.onEvent({event: "refused", file, message: (error as Error).message.split("\n")[0]!});
      return false;
    }
  };
  if (features.length > 0 && !(await attempt(features[0]!, () => renewFeatures(request, features)))) return told;
  for (const file of specs) {
    if (request.signal.aborted) break;
    await attempt(file, async () => {
      const start = performance.now();
      const trained = await quickTrain({...request, file, from: null});
      told.trained++;
      request.onEvent({event: "trained", file, seconds: secondsSince(start), trained});
    });
  }
  return told;
}

async function refreshed(request: LabRequest, since: number): Promise<boolean> {
  const start = performance.now();
  try {
    await refreshPages(request);
  } catch (error) {
    if (request.signal.aborted) return false;
    if (!(error instanceof UserError)) throw error;
    request.onEvent({event: "refused", file: "pages", message: error.message});
    return false;
  }
  request.onEvent({event: "refreshed", seconds: secondsSince(start), since: secondsSince(since)});
  return true;
}

/** Serves the lab's pages, and behind them the site that the last build made for data scientists. */
async function opened({settings, onEvent}: LabRequest): Promise<LiveSite> {
  const folders = [labSettings(settings).out, settings.out].map((out) => resolve(out, "data_science"));
  const site = await serveLive(folders, settings);
  onEvent({event: "serving", url: site.url});
  return site;
}

function secondsSince(start: number): number {
  return Math.round(performance.now() - start) / 1000;
}
