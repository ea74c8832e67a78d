import type {TableContract} from "#warehouse/contract.js";
import type {RunContext} from "../context.js";
import type {Experiment} from "../lab/experiment.js";
import type {FittedModel} from "../lab/methods.js";
import {modelOf} from "../lab/registry.js";
import {scaleOf} from "../rating/scaleOf.js";
import {scoreBinStability} from "../scores/score_bin_stability.js";
import {scoreCharacteristicBins} from "../scores/score_characteristic_bins.js";
import {scoreCharacteristics} from "../scores/score_characteristics.js";
import {scoreExperimentCurves} from "../scores/score_experiment_curves.js";
import {scoreExperimentExclusions} from "../scores/score_experiment_exclusions.js";
import {scoreExperimentFigures} from "../scores/score_experiment_figures.js";
import {scoreExperimentGroups} from "../scores/score_experiment_groups.js";
import {scoreExperimentSelection} from "../scores/score_experiment_selection.js";
import {scoreExperimentSpread} from "../scores/score_experiment_spread.js";
import {scoreExperimentTuning} from "../scores/score_experiment_tuning.js";
import {scoreExperimentYears} from "../scores/score_experiment_years.js";
import {scoreExperiments} from "../scores/score_experiments.js";
import {scoreModelMoves} from "../scores/score_model_moves.js";
import {scoreModelPairs} from "../scores/score_model_pairs.js";
import {scoreValidationCells} from "../scores/score_validation_cells.js";
import {scoreValidationTests} from "../scores/score_validation_tests.js";
import {curveRows, groupRows, spreadRows} from "./charts.js";
import {exclusionRows, experimentRow, figureRows, tuningRows} from "./experimentRows.js";
import {moveRows, pairRow, sharedRows, type Predicted} from "./pairs.js";
import type {KeptSample, Predictions} from "./predictions.js";
import {keptPredictions, validationOf} from "./records.js";
import {stabilityRows} from "./stability.js";
import {binRows, characteristicRows, selectionRows} from "./terms.js";
import {cellRows, testRows} from "./validation.js";
import {yearRows} from "./years.js";

type Rows = readonly Readonly<Record<string, unknown>>[];
export type Table = readonly [TableContract, Rows];

/** Experiments that are shown in full, and side by side: the latest, and the champion. */
const SHOWN = 8;

/** The rows of every table of the lab. */
export async function tablesOf(
  context: RunContext,
  registry: string,
  experiments: readonly Experiment[],
  champion: string | null
): Promise<Table[]> {
  const latest = new Set(experiments.slice(-SHOWN));
  const shown = experiments.filter((experiment) => latest.has(experiment) || experiment.id === champion);
  const models = new Map(experiments.map((experiment) => [experiment.id, modelOf(registry, experiment)]));
  const predicted = shown.map((experiment): Predicted => {
    return {id: experiment.id, samples: keptPredictions(registry, experiment)};
  });
  const of = (rows: (experiment: Experiment, model: FittedModel) => Rows) =>
    shown.flatMap((experiment) => rows(experiment, models.get(experiment.id)!));
  const validations = experiments.flatMap((experiment) => validationOf(registry, experiment) ?? []);
  const verdicts = new Map(validations.map(({experiment, report}) => [experiment, report.overall.verdict?.outcome]));
  const lines = experiments.map((experiment, order) =>
    experimentRow(experiment, models.get(experiment.id)!, {
      order,
      isChampion: experiment.id === champion,
      verdict: verdicts.get(experiment.id) ?? null
    })
  );
  return [
    [scoreExperiments, lines],
    [
      scoreExperimentFigures,
      [
        ...experiments.flatMap(({id, figures}) => figureRows(id, figures)),
        ...validations.flatMap(({experiment, figures}) => figureRows(experiment, figures))
      ]
    ],
    [scoreExperimentTuning, of(tuningRows)],
    [scoreExperimentExclusions, of(exclusionRows)],
    [scoreExperimentSelection, of(({id}, model) => selectionRows(id, model))],
    [scoreCharacteristics, of(({id}, model) => characteristicRows(id, model))],
    [scoreCharacteristicBins, of(({id}, model) => binRows(id, model))],
    [scoreBinStability, await allStability(context, shown, models)],
    ...chartTables(predicted),
    [scoreExperimentYears, predicted.flatMap(({id, samples}) => yearRows(id, samples))],
    ...pairTables(context, predicted),
    [scoreValidationCells, validations.flatMap(({experiment, report}) => cellRows(experiment, report))],
    [scoreValidationTests, validations.flatMap(({experiment, report}) => testRows(experiment, report))]
  ];
}

async function allStability(
  {engine, source, progress}: RunContext,
  shown: readonly Experiment[],
  models: ReadonlyMap<string, FittedModel>
): Promise<Rows> {
  const rows: Rows[] = [];
  for (const {id, spec} of shown) {
    const model = models.get(id)!;
    const {population} = spec;
    if (model.kind !== "scorecard" || population.from !== "warehouse") continue;
    progress.line(`bins of ${id}`);
    rows.push(await stabilityRows(engine, source, id, {...spec, population}, model));
  }
  return rows.flat();
}

function chartTables(predicted: readonly Predicted[]): Table[] {
  const by = (rows: (key: {experiment_id: string; sample: KeptSample}, part: Predictions) => Rows) =>
    predicted.flatMap(({id, samples}) =>
      [...samples].flatMap(([sample, part]) => rows({experiment_id: id, sample}, part))
    );
  return [
    [scoreExperimentCurves, by(curveRows)],
    [scoreExperimentGroups, by(groupRows)],
    [scoreExperimentSpread, by(spreadRows)]
  ];
}

/** Every two of the experiments, the one trained first named first. */
function pairTables({policies}: RunContext, predicted: readonly Predicted[]): Table[] {
  const scale = scaleOf(policies.rating.at(-1)!.policy);
  const pairs = predicted.flatMap((first, place) =>
    predicted.slice(place + 1).flatMap((second) => {
      const shared = sharedRows(first, second);
      return shared === null ? [] : [{key: {first_id: first.id, second_id: second.id}, shared}];
    })
  );
  return [
    [scoreModelPairs, pairs.map(({key, shared}) => pairRow(key, shared, scale))],
    [scoreModelMoves, pairs.flatMap(({key, shared}) => moveRows(key, shared, scale))]
  ];
}
