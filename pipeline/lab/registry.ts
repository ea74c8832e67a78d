import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {arrowOf, columnsOfArrow} from "#warehouse/engine/arrow.js";
import type {Columns} from "#warehouse/engine/columns.js";
import {UserError} from "#warehouse/engine/userError.js";
import type {Settings} from "../settings/settings.js";
import type {Experiment} from "./experiment.js";
import {jsonText, readJson, sha256} from "./jsonFiles.js";
import type {FittedModel} from "./methods.js";

/** Folder of the registry: one for all sources, so that models can be compared wherever they were trained. */
export function registryOf({state}: Settings): string {
  return join(state, "registry");
}

const folderOf = (registry: string, id: string) => join(registry, "experiments", id);

/** What an experiment leaves. */
export interface Artefacts {
  readonly experiment: Experiment;
  readonly model: FittedModel;
  /** Training rows (nested, out of fold) and validation rows: who, when, outcome, PD. */
  readonly predictions: Columns;
}

/**
 * Keeps an experiment, whole or not at all. One that is there already stays as it is: the same spec on the same rows by the same
 * seed gives the same id.
 */
export function keepExperiment(
  registry: string,
  {experiment, model, predictions}: Artefacts
): "kept" | "there already" {
  const folder = folderOf(registry, experiment.id);
  if (existsSync(folder)) return "there already";
  const unfinished = `${folder}.part`;
  rmSync(unfinished, {recursive: true, force: true});
  mkdirSync(unfinished, {recursive: true});
  writeFileSync(join(unfinished, "model.json"), JSON.stringify(model));
  writeFileSync(join(unfinished, "predictions.arrow"), arrowOf(predictions));
  writeFileSync(join(unfinished, "experiment.json"), jsonText(experiment));
  renameSync(unfinished, folder);
  return "kept";
}

/** Every experiment, by the time of its training. */
export function experimentsIn(registry: string): Experiment[] {
  const folder = join(registry, "experiments");
  if (!existsSync(folder)) return [];
  const found = readdirSync(folder)
    .filter((name) => !name.endsWith(".part") && existsSync(join(folder, name, "experiment.json")))
    .map((id) => readJson<Experiment>(join(folder, id, "experiment.json")));
  return found.sort((a, b) => (`${a.trainedAt} ${a.id}` < `${b.trainedAt} ${b.id}` ? -1 : 1));
}

/**
 * The experiment of that id, of which so many first letters are enough that only one begins so; a model's name alone means its
 * latest. Throws a UserError with the ids there are.
 */
export function experimentOf(registry: string, wanted: string): Experiment {
  const all = experimentsIn(registry);
  const latest = all.findLast(({spec}) => spec.model === wanted);
  if (latest !== undefined) return latest;
  const found = all.filter(({id}) => id.startsWith(wanted));
  if (found.length === 1) return found[0]!;
  const there =
    all.length === 0
      ? 'there is none yet; run "loanscape train SPEC" first'
      : `there are ${all.map(({id}) => id).join(", ")}`;
  throw new UserError(
    `${wanted}: ${found.length === 0 ? "no experiment is called so" : "several experiments begin so"}; ${there}`
  );
}

export function modelOf(registry: string, {id, modelHash}: Experiment): FittedModel {
  const file = join(folderOf(registry, id), "model.json");
  const text = readFileSync(file, "utf8");
  if (sha256(text) !== modelHash) {
    throw new UserError(
      `${file}: is not the model that was trained: its hash differs from the experiment's; train it again`
    );
  }
  return JSON.parse(text) as FittedModel;
}

export function predictionsOf(registry: string, {id}: Experiment): Columns {
  return columnsOfArrow(readFileSync(join(folderOf(registry, id), "predictions.arrow")));
}

/** Where a record of an experiment stands that came after its training. */
export function recordFile(registry: string, id: string, name: string): string {
  return join(folderOf(registry, id), name);
}
