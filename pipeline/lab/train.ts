import {isoDate, type Columns} from "#warehouse/engine/columns.js";
import {codeVersion} from "../manifest/codeVersion.js";
import type {Progress} from "../progress.js";
import type {Settings} from "../settings/settings.js";
import {crossValidate} from "./crossValidate.js";
import {dataHash} from "./dataHash.js";
import type {Experiment} from "./experiment.js";
import {sampleFigures} from "./figures.js";
import {sha256} from "./jsonFiles.js";
import {mendable} from "./mendable.js";
import {pdsOf, type FitRequest, type FittedModel} from "./methods.js";
import {predictionColumns, type PredictedPart} from "./predictions.js";
import {fitProcedure} from "./procedure.js";
import {keepExperiment, registryOf} from "./registry.js";
import {eventsOf, measuredPart, requireBothClasses, rowsAt, type LabRows, type Samples} from "./rows.js";
import {withSamples} from "./samples.js";
import {readSpec, specHash} from "./spec.js";

export interface TrainRequest {
  /** File of the spec. */
  readonly file: string;
  /** Folder of the files of a population that stands in files. */
  readonly from: string | null;
  readonly settings: Settings;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  readonly now: () => Date;
}

export interface Trained {
  readonly experiment: Experiment;
  readonly model: FittedModel;
  readonly outcome: "kept" | "there already";
}

/**
 * Trains the model of a spec and keeps it in the registry: tuning on the training rows, the nested cross-validation of the whole
 * procedure, figures by sample, predictions. The test rows are not read.
 */
export async function train({file, from, settings, progress, signal, now}: TrainRequest): Promise<Trained> {
  const spec = readSpec(file);
  return await withSamples({spec, file, from, settings}, async (samples) => {
    const rows = samples.train;
    requireBothClasses(file, rows);
    const request: FitRequest = {safer: samples.safer, floor: spec.pd_floor, seed: spec.seed};
    progress.line(
      `tuning ${spec.model}: ${rows.defaulted.length} rows, ${eventsOf(rows)} defaults, ${rows.features.size} features`
    );
    const {model, candidate, tuning, quantification} = await mendable(file, () => fitProcedure(rows, spec, request));
    const {windowMonths} = samples;
    const nested = await mendable(file, () => crossValidate(rows, spec, request, {windowMonths, progress, signal}));
    const validation = samples.validation;
    const measured = measuredPart(rows);
    const hashes = {specHash: specHash(spec), dataHash: dataHash(rows), modelHash: sha256(JSON.stringify(model))};
    const experiment: Experiment = {
      id: `${spec.model}-${sha256(Object.values(hashes).join(" ")).slice(0, 12)}`,
      spec,
      ...hashes,
      codeVersion: codeVersion(),
      seed: spec.seed,
      trainedAt: now().toISOString(),
      excluded: samples.excluded,
      trainedOn: datesOf(rows),
      tuning,
      chosen: candidate,
      quantification,
      figures: [
        sampleFigures("train", pdsOf(model, measured.features), measured.defaulted),
        nested.figures,
        ...(validation === null
          ? []
          : [sampleFigures("validation", pdsOf(model, validation.features), validation.defaulted)])
      ],
      foldDeviation: nested.foldDeviation
    };
    const predictions = predicted(samples, model, nested.pds);
    const outcome = keepExperiment(registryOf(settings), {experiment, model, predictions});
    return {experiment, model, outcome};
  });
}

/** Out-of-fold PDs of the training rows that have one; PDs of the model itself for the validation rows. */
function predicted({train, validation}: Samples, model: FittedModel, outOfFold: Float64Array): Columns {
  const known = Uint32Array.from(outOfFold.keys()).filter((row) => !Number.isNaN(outOfFold[row]));
  const pds = Float64Array.from(known, (row) => outOfFold[row]!);
  const parts: PredictedPart[] = [{sample: "cross_validation", rows: rowsAt(train, known), pds}];
  if (validation !== null) parts.push({sample: "validation", rows: validation, pds: pdsOf(model, validation.features)});
  return predictionColumns(parts);
}

/** First and last date of rows; null where they have none. */
export function datesOf({days}: LabRows): Experiment["trainedOn"] {
  if (days.every((day) => day === 0)) return null;
  return {first: isoDate(days.reduce((a, b) => Math.min(a, b))), last: isoDate(days.reduce((a, b) => Math.max(a, b)))};
}
