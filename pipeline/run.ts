import {mkdirSync} from "node:fs";
import type {LoadReport} from "#loaders/load.js";
import {sourceOf} from "#loaders/source.js";
import type {RunInput} from "#warehouse/manifest.js";
import {defineMacros} from "#warehouse/macros/macros.js";
import type {RunContext} from "./context.js";
import {loadInto, openWarehouse} from "./loading.js";
import {codeVersion} from "./manifest/codeVersion.js";
import {runIdOf} from "./manifest/runId.js";
import {runInputs} from "./manifest/runInputs.js";
import {pseudonymKey} from "./manifest/pseudonymKey.js";
import {requireKnownFeatures} from "./policy/knownFeatures.js";
import {policiesInForce} from "./policy/policy.js";
import type {Progress} from "./progress.js";
import {championModels} from "./rating/champion.js";
import type {Measure} from "./rating/evaluate.js";
import {runLog, type StepTime} from "./runLog.js";
import {stepRecord} from "./runRecord.js";
import type {Settings} from "./settings/settings.js";
import {stateFolderOf} from "./stateFolder.js";
import {catalogueFeatures} from "./steps/catalogue.js";
import {buildFeatures} from "./steps/features.js";
import {lookAhead} from "./steps/forward.js";
import {describeExperiments} from "./steps/lab.js";
import {buildBook, buildMarts} from "./steps/marts.js";
import {writeMeasures} from "./steps/modelMeasures.js";
import {writePseudonyms} from "./steps/pseudonyms.js";
import {publish} from "./steps/publish.js";
import {rate, type RatedStretch} from "./steps/rate.js";
import {writeRunTables} from "./steps/runTables.js";
import {classifySizes} from "./steps/sizes.js";
import {buildTargets} from "./steps/targets.js";
import {assignTiers} from "./steps/tiers.js";
import {writeDefaultPolicy} from "./steps/policies.js";
import {measureTruth} from "./steps/truth.js";

export interface RunRequest {
  /** Id of the source, or the YAML file that describes it. */
  readonly sourceId: string;
  /** Folder of the extracts; null where the source is a database. */
  readonly from: string | null;
  /** Parquet file of true PDs, for the demo bank; read after the model has been fitted, and by nothing else. */
  readonly truthFile: string | null;
  readonly settings: Settings;
  readonly progress: Progress;
  readonly now: () => Date;
  readonly signal?: AbortSignal;
}

export interface RunSummary {
  readonly runId: string;
  readonly source: string;
  readonly observationDate: string;
  readonly snapshot: string;
  readonly load: LoadReport;
  /** Obligors at the latest observation date, and obligors times observation dates in all. */
  readonly rated: {readonly latest: number; readonly inAll: number};
  readonly modelId: string;
  readonly measures: readonly Measure[];
  readonly steps: readonly StepTime[];
}

/** From extracts to a published snapshot of marts. A failure leaves the last published snapshot as it was. */
export async function run(request: RunRequest): Promise<RunSummary> {
  const {settings, progress, now, signal} = request;
  const source = sourceOf(request.sourceId);
  const state = stateFolderOf(settings, source);
  const observed = source.calendar.last;
  const policies = {
    default: policiesInForce(settings.policies, "default", source.calendar),
    rating: policiesInForce(settings.policies, "rating", source.calendar),
    tiers: policiesInForce(settings.policies, "tiers", source.calendar),
    quality: policiesInForce(settings.policies, "quality", source.calendar)
  };
  await requireKnownFeatures(policies.rating);
  const champions = await championModels(settings, source);
  const key = pseudonymKey(source, settings);
  mkdirSync(state, {recursive: true});
  const log = runLog(now);
  const engine = await openWarehouse(state, settings);
  const stop = () => engine.interrupt();
  signal?.addEventListener("abort", stop);
  let outcome = "failed";
  let runId: string | null = null;
  try {
    const context: RunContext = {engine, source, policies, champions, progress, record: stepRecord()};
    const step = stepper(progress, log, signal);

    const load = await step("load", async () => {
      await defineMacros(engine);
      const report = await loadInto(engine, source, request);
      for (const {extract, loaded} of report.tables) context.record.add("load", `stg_${extract}`, loaded);
      return report;
    });
    await writeDefaultPolicy(engine, policies.default);
    await step("features", () => buildFeatures(context));
    await step("targets", () => buildTargets(context));
    await step("catalogue", () => catalogueFeatures(context));
    const {rated, modelId, measures} = await step("ratings", async () => {
      const versions = await rate(context);
      const truth = await measureTruth(context, request.truthFile);
      await writeMeasures(context, versions, truth);
      const latest = versions.at(-1)!;
      return {rated: versions, modelId: latest.modelId, measures: [...latest.measures, ...truth]};
    });
    const experiments = await step("lab", () => describeExperiments(context, settings));
    await step("forward", () => lookAhead(context));
    await step("sizes", () => classifySizes(context));
    await step("tiers", () => assignTiers(context));
    const ofRun = runInputs({
      source,
      load,
      policies,
      champions,
      code: codeVersion(),
      key,
      truthFile: request.truthFile
    });
    const inputs = [...ofRun, ...experiments];
    runId = runIdOf(source.id, inputs);
    const marts = await step("marts", async () => {
      await writePseudonyms(context, key);
      await buildBook(context);
      await writeRunTables(context, [...inputs, ...rated.map(modelInput)]);
      return await buildMarts(context);
    });
    const snapshot = await step("publish", () => publish(context, state, {runId: runId!, inputs, modelId}, marts));
    const latest = marts.find(({contract}) => contract.name === "mart_obligors")!.columns.rowCount;
    const inAll = context.record.entries.find(({table}) => table === "score_ratings")!.rows;
    outcome = "published";
    return {
      runId,
      source: source.id,
      observationDate: observed,
      snapshot,
      load,
      rated: {latest, inAll},
      modelId,
      measures,
      steps: log.steps
    };
  } finally {
    signal?.removeEventListener("abort", stop);
    progress.end();
    engine.close();
    log.write(state, runId, signal?.aborted === true ? "stopped" : outcome, progress);
  }
}

function modelInput({from, modelId}: RatedStretch): RunInput {
  return {kind: "model", name: `pd, from ${from}`, version: modelId, rows: null};
}

const STEPS = [
  "load",
  "features",
  "targets",
  "catalogue",
  "ratings",
  "lab",
  "forward",
  "sizes",
  "tiers",
  "marts",
  "publish"
] as const;

function stepper(progress: Progress, log: ReturnType<typeof runLog>, signal: AbortSignal | undefined) {
  return async <T>(name: (typeof STEPS)[number], work: () => Promise<T>): Promise<T> => {
    signal?.throwIfAborted();
    progress.step(name, STEPS.indexOf(name), STEPS.length);
    return await log.timed(name, work);
  };
}
