import {rmSync} from "node:fs";
import {groupedFolds} from "#models/validation/crossValidation.js";
import type {Text} from "#warehouse/contract.js";
import {codeVersion} from "../../manifest/codeVersion.js";
import {dataHash} from "../dataHash.js";
import type {Experiment} from "../experiment.js";
import {sampleFigures} from "../figures.js";
import {sha256} from "../jsonFiles.js";
import {mendable} from "../mendable.js";
import {pdsOf, type FitRequest} from "../methods.js";
import {predictionColumns} from "../predictions.js";
import {fitProcedure, type Fitted} from "../procedure.js";
import {keepExperiment, recordFile, registryOf} from "../registry.js";
import {eventsOf, labPart, measuredPart, requireBothClasses, type LabRows, type Samples} from "../rows.js";
import {withSamples} from "../samples.js";
import {readSpec, specHash, type Spec} from "../spec.js";
import {datesOf, type Trained, type TrainRequest} from "../train.js";
import {QUICK} from "./keptBeside.js";
import {labSettings} from "./labSettings.js";

/**
 * Trains the model of a spec as fast as says anything: candidates race once, on half of the obligors where defaults are many, PDs
 * are levelled on the rows that trained, and one fold of obligors, which nothing else sees, measures the procedure once. It
 * replaces the quick experiment before it, in the registry of the lab alone, where nothing is validated or promoted from.
 * Throws a UserError as `train` does.
 */
export async function quickTrain({
  file,
  from,
  settings,
  now
}: Omit<TrainRequest, "progress" | "signal">): Promise<Trained> {
  const spec = readSpec(file);
  return await withSamples({spec, file, from, settings}, async (samples) => {
    requireBothClasses(file, samples.train);
    const request: FitRequest = {safer: samples.safer, floor: spec.pd_floor, seed: spec.seed};
    const [taught, held] = parted(samples.train, spec);
    requireBothClasses(file, taught);
    const {trial, final} = await mendable(file, () => {
      const trial = fitProcedure(taught, fast(spec, taught), request);
      return {trial, final: fitProcedure(samples.train, {...fast(spec, taught), method: trial.candidate}, request)};
    });
    const experiment = experimentOf(spec, samples, {trial, final, held, now});
    const registry = registryOf(labSettings(settings));
    rmSync(recordFile(registry, experiment.id, "."), {recursive: true, force: true});
    const {validation} = samples;
    const {model} = final;
    const predictions = predictionColumns([
      {sample: "cross_validation", rows: held, pds: pdsOf(trial.model, held.features)},
      ...(validation === null
        ? []
        : [{sample: "validation" as const, rows: validation, pds: pdsOf(model, validation.features)}])
    ]);
    return {experiment, model, outcome: keepExperiment(registry, {experiment, model, predictions})};
  });
}

/** Defaults from which half of the obligors are enough to tell candidates apart. */
const ENOUGH = 200;

/** One race of all candidates, on half of the obligors where there are many, and the level of PDs from the training rows themselves. */
function fast(spec: Spec, taught: LabRows): Spec {
  return {
    ...spec,
    tuning: eventsOf(taught) < ENOUGH ? {folds: 4, rungs: [1], keep: 1} : {folds: 2, rungs: [0.5], keep: 1},
    calibration: {...spec.calibration, slope: "training"}
  };
}

/** The obligors that teach, and those of one fold that measure. */
function parted(rows: LabRows, {evaluation, seed}: Spec): [LabRows, LabRows] {
  const fold = groupedFolds(rows.groups, rows.defaulted, evaluation.folds, seed);
  return [labPart(rows, (row) => fold[row] !== 0), labPart(rows, (row) => fold[row] === 0)];
}

interface Quick {
  readonly trial: Fitted;
  readonly final: Fitted;
  readonly held: LabRows;
  readonly now: () => Date;
}

function experimentOf(spec: Spec, samples: Samples, {trial, final, held, now}: Quick): Experiment {
  const {train: rows, validation} = samples;
  const [measured, heldOut] = [measuredPart(rows), measuredPart(held)];
  const {model} = final;
  const figuresOf = (sample: "train" | "validation", part: LabRows) =>
    sampleFigures(sample, pdsOf(model, part.features), part.defaulted);
  return {
    id: `${spec.model}${QUICK}`,
    spec: {...spec, title: marked(spec.title)},
    specHash: specHash(spec),
    dataHash: dataHash(rows),
    modelHash: sha256(JSON.stringify(model)),
    codeVersion: codeVersion(),
    seed: spec.seed,
    trainedAt: now().toISOString(),
    excluded: samples.excluded,
    trainedOn: datesOf(rows),
    tuning: trial.tuning,
    chosen: trial.candidate,
    quantification: final.quantification,
    figures: [
      figuresOf("train", measured),
      sampleFigures("cross_validation", pdsOf(trial.model, heldOut.features), heldOut.defaulted),
      ...(validation === null ? [] : [figuresOf("validation", validation)])
    ],
    foldDeviation: null
  };
}

function marked({en, zh}: Text): Text {
  return {en: `${en} (quick: one fold held out, never to be promoted)`, zh: `${zh}（快速试验：仅留出一折，不得晋升）`};
}
