import type {Experiment} from "../lab/experiment.js";
import type {SampleFigures} from "../lab/figures.js";
import type {FittedModel} from "../lab/methods.js";
import {openOptions, optionsText} from "./optionsText.js";

/** One line for an experiment. */
export function experimentRow(
  experiment: Experiment,
  model: FittedModel,
  {order, isChampion, verdict}: {readonly order: number; readonly isChampion: boolean; readonly verdict: string | null}
) {
  const {id, spec, chosen, trainedOn, seed} = experiment;
  const scaling = model.kind === "scorecard" ? model.scaling : null;
  return {
    experiment_id: id,
    experiment_order: order,
    model: spec.model,
    title_en: spec.title.en,
    title_zh: spec.title.zh,
    purpose_en: spec.purpose.en,
    purpose_zh: spec.purpose.zh,
    method: chosen.kind,
    options: optionsText(chosen),
    trained_date: experiment.trainedAt.slice(0, 10),
    first_date: trainedOn?.first ?? null,
    last_date: trainedOn?.last ?? null,
    features: countOf(model),
    seed,
    spec_hash: experiment.specHash,
    data_hash: experiment.dataHash,
    model_hash: experiment.modelHash,
    code_version: experiment.codeVersion,
    fold_deviation: experiment.foldDeviation,
    is_champion: isChampion,
    verdict,
    base_points: model.kind === "scorecard" ? model.basePoints : null,
    pdo: scaling?.pdo ?? null,
    base_score: scaling?.baseScore ?? null,
    base_odds: scaling?.baseOdds ?? null
  };
}

function countOf(model: FittedModel): number {
  switch (model.kind) {
    case "scorecard":
      return model.characteristics.length;
    case "logistic":
      return model.terms.length;
    case "random_forest":
      return model.features.length;
  }
}

export function figureRows(id: string, samples: readonly SampleFigures[]) {
  return samples.flatMap(({sample, observations, events, figures}) =>
    figures.map((figure) => ({experiment_id: id, sample, ...figure, observations, defaults: events}))
  );
}

/** How each candidate fared on each rung on which it ran. */
export function tuningRows({id, tuning: {candidates, rungs, winner}}: Experiment) {
  const open = openOptions(candidates);
  return rungs.flatMap(({share, candidates: run, losses}, rung) =>
    run.map((candidate, place) => ({
      experiment_id: id,
      rung,
      candidate,
      obligor_share: share,
      options: optionsText(candidates[candidate]!, open),
      loss: losses[place]!,
      is_winner: rung === rungs.length - 1 && candidate === winner
    }))
  );
}

export function exclusionRows({id, excluded}: Experiment) {
  return excluded.map(({reason, rows}) => ({experiment_id: id, reason, rows}));
}
