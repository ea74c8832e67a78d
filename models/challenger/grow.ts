import {mix32, randomOf} from "../numerics/random.js";
import type {LabelledRows} from "../rating/selectRidge.js";
import {plant, type PlantOptions} from "./plant.js";
import {answersOf, questionsOf} from "./questions.js";
import {sampleRows} from "./sampleRows.js";
import {strongest} from "./strongest.js";
import {treeOf, type Tree} from "./tree.js";

export interface GrowOptions extends PlantOptions {
  /** Most rows of the stratified sample. */
  readonly rows: number;
  /** Features kept, by their strength alone. */
  readonly features: number;
}

/** Trees before calibration: their votes are shares of events in a sample that has too many of them. */
export interface Grown {
  readonly features: readonly string[];
  readonly trees: readonly Tree[];
  readonly sample: {readonly rows: number; readonly events: number};
}

/** Trees on the strongest columns of a stratified sample of the rows. Throws when one class is empty, or all features are constant. */
export function grow({features, defaulted}: LabelledRows, options: GrowOptions): Grown {
  const sample = sampleRows(defaulted, options.rows, randomOf(mix32(options.seed, 0)));
  const outcomes = Uint8Array.from(sample, (row) => defaulted[row]!);
  const events = outcomes.reduce((total, flag) => total + flag, 0);
  if (events === 0 || events === sample.length) {
    throw new RangeError(`${events} events in ${sample.length} rows: nothing to separate`);
  }
  const columns = strongest(features, defaulted, options.features);
  const names = [...new Set(columns.map(({feature}) => feature))];
  const sampled = new Map(names.map((name) => [name, Float64Array.from(sample, (row) => features.get(name)![row]!)]));
  const questions = questionsOf(columns, sampled);
  if (questions.length === 0) throw new RangeError("all features are constant: nothing to split");
  const planted = plant(answersOf(questions, sampled), outcomes, {...options, seed: mix32(options.seed, 1)});
  const trees = planted.map(({estimators, indexes}) => treeOf(estimators[0]!.root, indexes[0]!, questions, names));
  return {features: names, trees, sample: {rows: sample.length, events}};
}
