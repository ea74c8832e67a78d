import type {Evaluation} from "#loaders/sources/contract.js";
import {sourceOf, type Source} from "#loaders/source.js";
import {UserError} from "#warehouse/engine/userError.js";
import {featuresOf, type FittedModel} from "../lab/methods.js";
import {approvable} from "../lab/approval.js";
import {experimentsIn, modelOf, registryOf} from "../lab/registry.js";
import {chosenFeatures} from "../lab/warehouseFeatures.js";
import type {Experiment} from "../lab/experiment.js";
import {championsOf} from "../policy/champions.js";
import type {PolicyVersion} from "../policy/policy.js";
import type {Settings} from "../settings/settings.js";
import type {FeatureList} from "./frame.js";

/** A promoted model, and the observation dates that it rates: from the first, until before the last; ISO dates. */
export interface Champion {
  readonly policy: PolicyVersion<"champion">;
  readonly from: string;
  readonly until: string;
  readonly model: FittedModel;
  readonly features: FeatureList;
  /** What it was trained on, and what was kept from it. */
  readonly evaluation: Evaluation;
}

const FOREVER = "9999-12-31";

/**
 * The champions of a source with their models, in order. Throws a UserError where the registry lacks one, where its model or its
 * validation is not the one that was approved, or where it may not rate (see `approvable`).
 */
export async function championModels(settings: Settings, {id}: Pick<Source, "id">): Promise<Champion[]> {
  const named = championsOf(settings.policies, id);
  const registry = registryOf(settings);
  const known = named.length === 0 ? [] : experimentsIn(registry);
  return await Promise.all(
    named.map(async (version, index): Promise<Champion> => {
      const {policy, file} = version;
      const experiment = known.find((each) => each.id === policy.experiment);
      if (experiment === undefined) {
        throw new UserError(
          `${file}: ${policy.experiment} is not in ${registry}; train it again, or name another champion`
        );
      }
      if (experiment.modelHash !== policy.model_sha256) {
        throw new UserError(`${file}: the model of ${policy.experiment} is not the one that was approved`);
      }
      if (approvable(settings, experiment).validationHash !== policy.validation_sha256) {
        throw new UserError(`${file}: the validation of ${policy.experiment} is not the one on which it was approved`);
      }
      const model = modelOf(registry, experiment);
      return {
        policy: version,
        from: policy.effective_from,
        until: named[index + 1]?.policy.effective_from ?? FOREVER,
        model,
        features: await featureListOf(file, experiment, model),
        evaluation: evaluationOf(file, experiment, id)
      };
    })
  );
}

async function featureListOf(file: string, {spec}: Experiment, model: FittedModel): Promise<FeatureList> {
  const {population} = spec;
  if (population.from === "files") throw new UserError(`${file}: names a model that was trained on files`);
  const needed = new Set(featuresOf(model));
  const {list} = await chosenFeatures(file, population);
  return list
    .map(({table, columns}) => ({table, columns: columns.filter((name) => needed.has(name))}))
    .filter(({columns}) => columns.length > 0);
}

function evaluationOf(file: string, {spec}: Experiment, source: string): Evaluation {
  if (spec.population.from === "warehouse" && sourceOf(spec.population.source).id !== source) {
    throw new UserError(`${file}: names a model of the source ${spec.population.source}, not of ${source}`);
  }
  return spec.split.kind === "out_of_time"
    ? {kind: "out_of_time", trainUntil: spec.split.train_until, testFrom: spec.split.test_from}
    : {kind: "cross_validation", ...spec.evaluation};
}
