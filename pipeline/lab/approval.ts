import {existsSync, readFileSync} from "node:fs";
import {sourceOf} from "#loaders/source.js";
import {isJudged, type Outcome} from "#models/validation/verdict.js";
import {UserError} from "#warehouse/engine/userError.js";
import {policyVersions} from "../policy/policy.js";
import type {Settings} from "../settings/settings.js";
import type {Experiment} from "./experiment.js";
import {sha256} from "./jsonFiles.js";
import {modelOf, recordFile, registryOf} from "./registry.js";
import {readingsIn} from "./readings.js";
import type {ValidationRecord} from "./validate.js";

/** A validation that lets its model rate. */
export interface Approvable {
  readonly outcome: Outcome;
  /** Id of the source that it rates. */
  readonly sourceId: string;
  /** SHA-256 of the record. */
  readonly validationHash: string;
}

/**
 * Holds an experiment to all that a champion needs: a model of a kind and a population that a run can rate, the very model that was
 * trained, and a validation of its own by a policy of this bank, whose reading is in the log, that did not fail and judged both rank
 * and level. Throws a UserError where something is missing.
 */
export function approvable(settings: Settings, experiment: Experiment): Approvable {
  const {id, spec} = experiment;
  const registry = registryOf(settings);
  if (spec.population.from === "files") {
    throw new UserError(`${id}: was trained on files; only a model of a source that is rated can be its champion`);
  }
  if (spec.population.sections !== undefined) {
    throw new UserError(
      `${id}: was trained on sections ${spec.population.sections.join(", ")}; a champion rates every obligor of its source`
    );
  }
  if (modelOf(registry, experiment).kind === "random_forest") {
    throw new UserError(`${id}: is a random forest, which gives no reasons; it challenges and does not rate`);
  }
  const {record, text} = recordOf(registry, experiment);
  const verdict = record.report.overall.verdict;
  if (verdict?.outcome === "fail") throw new UserError(`${id}: failed its validation; ${SHOWS(id)}`);
  if (verdict === null || verdict.outcome === "not_enough_data" || !isJudged(verdict.findings)) {
    throw new UserError(`${id}: was validated on too little data to be judged; ${SHOWS(id)}`);
  }
  if (!policyVersions(settings.policies, "validation").some(({sha256: known}) => known === record.policy.sha256)) {
    throw new UserError(
      `${id}: was validated by a policy that is not among those in ${settings.policies}; train and validate it again`
    );
  }
  if ((spec.split.kind === "cross_validation") !== (record.reading === null)) {
    throw new UserError(`${id}: its validation record does not say what it was read from; train and validate it again`);
  }
  const {reading} = record;
  if (reading !== null && !readingsIn(registry).some((line) => JSON.stringify(line) === JSON.stringify(reading))) {
    throw new UserError(
      `${id}: the reading of its test rows is not in the log of the registry; restore the log from a copy`
    );
  }
  return {outcome: verdict.outcome, sourceId: sourceOf(spec.population.source).id, validationHash: sha256(text)};
}

const SHOWS = (id: string) => `"loanscape validate ${id}" shows the tests: train another, or change the spec`;

/** Throws a UserError where there is none, or where it is that of another model. */
function recordOf(
  registry: string,
  {id, modelHash}: Experiment
): {readonly record: ValidationRecord; readonly text: string} {
  const file = recordFile(registry, id, "validation.json");
  if (!existsSync(file)) {
    throw new UserError(
      `${id}: has not been validated; run "loanscape validate ${id}" first: no model rates without it`
    );
  }
  const text = readFileSync(file, "utf8");
  const record = JSON.parse(text) as ValidationRecord;
  if (record.modelHash !== modelHash || record.experiment !== id)
    throw new UserError(`${file}: is the record of another model; validate ${id} again`);
  return {record, text};
}
