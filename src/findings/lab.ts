import {martCharacteristics} from "#warehouse/marts/mart_characteristics.js";
import {martExperimentFigures} from "#warehouse/marts/mart_experiment_figures.js";
import {martExperiments} from "#warehouse/marts/mart_experiments.js";
import {figureOf, type Figure} from "../components/figure.js";
import type {Site} from "./site.js";

export interface ExperimentRow {
  readonly experiment_id: string;
  readonly experiment_order: number;
  readonly model: string;
  readonly title_en: string;
  readonly title_zh: string;
  readonly purpose_en: string;
  readonly purpose_zh: string;
  readonly method: string;
  readonly options: string;
  readonly trained_date: string;
  readonly first_date: string | null;
  readonly last_date: string | null;
  readonly features: number;
  readonly seed: bigint;
  readonly spec_hash: string;
  readonly data_hash: string;
  readonly model_hash: string;
  readonly code_version: string;
  readonly fold_deviation: number | null;
  readonly is_champion: boolean;
  readonly verdict: string | null;
  readonly base_points: number | null;
  readonly pdo: number | null;
  readonly base_score: number | null;
  readonly base_odds: number | null;
}

export interface FigureRow {
  readonly experiment_id: string;
  readonly sample: string;
  readonly metric: string;
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly observations: bigint;
  readonly defaults: bigint;
}

/** Whether the edition holds experiments, be there any or none. */
export function showsExperiments(site: Site): boolean {
  return site.mart(martExperiments).columns.byName.has("experiment_id");
}

/** Every experiment, the latest first. */
export function experimentRows(site: Site): readonly ExperimentRow[] {
  if (!showsExperiments(site)) return [];
  return [...site.rows<ExperimentRow>(martExperiments)].sort((a, b) => b.experiment_order - a.experiment_order);
}

/** The experiments that have a page, the latest first. */
export function shownExperiments(site: Site): readonly ExperimentRow[] {
  if (!showsExperiments(site)) return [];
  const shown = new Set(site.rows<{experiment_id: string}>(martCharacteristics).map(({experiment_id: id}) => id));
  return experimentRows(site).filter(({experiment_id: id}) => shown.has(id));
}

/** The champion, else the latest; undefined where there is none. */
export function leadingExperiment(site: Site): ExperimentRow | undefined {
  const shown = shownExperiments(site);
  return shown.find(({is_champion: isChampion}) => isChampion) ?? shown[0];
}

/** Path of the page of an experiment. */
export function experimentPath({experiment_id: id}: {readonly experiment_id: string}): string {
  return `model-${id}`;
}

/** Pages of experiments, by their paths. */
export function experimentPaths(site: Site): readonly string[] {
  return shownExperiments(site).map(experimentPath);
}

export function figuresOf(site: Site, {experiment_id: id}: ExperimentRow): readonly FigureRow[] {
  return site.rows<FigureRow>(martExperimentFigures).filter(({experiment_id: of}) => of === id);
}

/** Value of a measure on a sample; null where it was not measured. */
export function measured(rows: readonly FigureRow[], sample: string, metric: string): FigureRow | null {
  return rows.find((row) => row.sample === sample && row.metric === metric) ?? null;
}

/** How well an experiment orders, on the sample that tells the most of those that may guide a choice. */
export interface Ordering {
  readonly experiment: ExperimentRow;
  readonly sample: string;
  readonly auc: Figure;
  readonly lower: Figure;
  readonly upper: Figure;
  readonly defaults: Figure;
}

/** Later rows tell more than rows held out; null where neither has an AUC. */
export function orderingOf(site: Site, experiment: ExperimentRow): Ordering | null {
  const rows = figuresOf(site, experiment);
  const sample = ["validation", "cross_validation"].find((each) => measured(rows, each, "auc") !== null);
  if (sample === undefined) return null;
  const key = {experiment_id: experiment.experiment_id, sample, metric: "auc"};
  const at = (column: string) => figureOf(site.mart(martExperimentFigures), column, key);
  return {experiment, sample, auc: at("value"), lower: at("lower"), upper: at("upper"), defaults: at("defaults")};
}
