import {existsSync} from "node:fs";
import type {Settings} from "../settings/settings.js";
import {championsOf} from "../policy/champions.js";
import type {Experiment} from "./experiment.js";
import {readingsIn, type Reading} from "./readings.js";
import {sourceIdOf} from "./sourceId.js";
import {experimentsIn, recordFile, registryOf} from "./registry.js";

export interface ListedExperiment {
  readonly experiment: Experiment;
  readonly isValidated: boolean;
  /** First observation date from which it rates its source; null where it was not promoted. */
  readonly championFrom: string | null;
}

export interface ExperimentList {
  readonly experiments: readonly ListedExperiment[];
  /** Every reading of a test sample. */
  readonly readings: readonly Reading[];
}

/** What the registry holds, by the time of training; of one model where it is named. */
export function listExperiments(settings: Settings, model: string | undefined): ExperimentList {
  const registry = registryOf(settings);
  const found = experimentsIn(registry).filter(({spec}) => model === undefined || spec.model === model);
  return {
    experiments: found.map((experiment) => ({
      experiment,
      isValidated: existsSync(recordFile(registry, experiment.id, "validation.json")),
      championFrom: championFrom(settings, experiment)
    })),
    readings: readingsIn(registry)
  };
}

function championFrom({policies}: Settings, {id, spec}: Experiment): string | null {
  if (spec.population.from === "files") return null;
  const source = sourceIdOf(spec.population.source);
  if (source === null) return null;
  const named = championsOf(policies, source).filter(({policy}) => policy.experiment === id);
  return named.at(-1)?.policy.effective_from ?? null;
}
