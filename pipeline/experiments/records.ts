import {createHash} from "node:crypto";
import {existsSync, readFileSync} from "node:fs";
import {columnsOfArrow} from "#warehouse/engine/arrow.js";
import type {RunInput} from "#warehouse/manifest.js";
import type {Experiment} from "../lab/experiment.js";
import {readJson} from "../lab/jsonFiles.js";
import {predictionsOf, recordFile} from "../lab/registry.js";
import type {ValidationRecord} from "../lab/validate.js";
import {predictionsIn, type KeptSample, type Predictions} from "./predictions.js";

/** What a page shows of an experiment comes from these; those that came after the training may be missing. */
const SHOWN = ["experiment.json", "model.json", "predictions.arrow", "validation.json", "test.arrow"];

/** The record of an experiment's validation; null where it has not been validated. */
export function validationOf(registry: string, {id}: Experiment): ValidationRecord | null {
  const file = recordFile(registry, id, "validation.json");
  return existsSync(file) ? readJson<ValidationRecord>(file) : null;
}

/** The predictions that an experiment left, and those of its validation where it has had one. */
export function keptPredictions(registry: string, experiment: Experiment): ReadonlyMap<KeptSample, Predictions> {
  const test = recordFile(registry, experiment.id, "test.arrow");
  return new Map([
    ...predictionsIn(predictionsOf(registry, experiment)),
    ...(existsSync(test) ? predictionsIn(columnsOfArrow(readFileSync(test))) : [])
  ]);
}

/** An experiment as an input of the run: its version is a hash over all that is shown of it. */
export function inputOf(registry: string, {id}: Experiment, isChampion: boolean): RunInput {
  const hash = createHash("sha256");
  for (const name of SHOWN) {
    const file = recordFile(registry, id, name);
    hash.update(`${name}\0`);
    if (existsSync(file)) hash.update(readFileSync(file));
  }
  const version = hash.update(String(isChampion)).digest("hex");
  return {kind: "model", name: id, version, rows: null};
}
