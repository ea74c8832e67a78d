import {existsSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {stringify} from "yaml";
import {z} from "zod";
import type {Outcome} from "#models/validation/verdict.js";
import {UserError} from "#warehouse/engine/userError.js";
import {championFolder, championsOf} from "../policy/champions.js";
import type {Settings} from "../settings/settings.js";
import type {Experiment} from "./experiment.js";
import {sha256} from "./jsonFiles.js";
import {experimentOf, modelOf, recordFile, registryOf} from "./registry.js";
import type {ValidationRecord} from "./validate.js";

export interface PromoteRequest {
  readonly experiment: string;
  /** First observation date that it rates; ISO. */
  readonly effectiveFrom: string;
  readonly approver: string;
  readonly reason: string;
  readonly settings: Settings;
}

export interface Promoted {
  readonly experiment: Experiment;
  readonly outcome: Outcome;
  readonly file: string;
  /** Champion until then; null where the rating policy fitted the model. */
  readonly before: string | null;
}

/**
 * Names an experiment champion of its source from a date on: writes a dated policy, which a run obeys. Throws a UserError where the
 * experiment has no validation record or failed it, where its model is not the one that was validated, where its source is not
 * rated, or where a champion takes effect on the very day.
 */
export function promote({experiment: wanted, effectiveFrom, approver, reason, settings}: PromoteRequest): Promoted {
  const registry = registryOf(settings);
  const experiment = experimentOf(registry, wanted);
  const {id, spec} = experiment;
  if (spec.population.from === "files") {
    throw new UserError(`${id}: was trained on files; only a model of a source that is rated can be its champion`);
  }
  if (!z.iso.date().safeParse(effectiveFrom).success)
    throw new UserError(`--effective-from ${effectiveFrom}: write a day as 2016-12-31`);
  const {source} = spec.population;
  modelOf(registry, experiment);
  const {record, text} = validationOf(registry, experiment);
  const outcome = record.report.overall.verdict?.outcome ?? "not_enough_data";
  if (outcome === "fail" || outcome === "not_enough_data") {
    const why = outcome === "fail" ? "failed its validation" : "was validated on too little data to be judged";
    throw new UserError(`${id}: ${why}; "loanscape validate ${id}" shows the tests: train another, or change the spec`);
  }
  const champions = championsOf(settings.policies, source);
  const same = champions.find(({policy}) => policy.effective_from === effectiveFrom);
  if (same !== undefined) {
    throw new UserError(
      `${same.file}: ${same.policy.experiment} takes effect on ${effectiveFrom} already; choose another day`
    );
  }
  const folder = championFolder(settings.policies, source);
  const file = join(folder, `${effectiveFrom}.yaml`);
  mkdirSync(folder, {recursive: true});
  const policy = {
    policy: "champion",
    version: String(champions.length + 1),
    effective_from: effectiveFrom,
    approver,
    reason,
    source,
    experiment: id,
    model_sha256: experiment.modelHash,
    validation_sha256: sha256(text)
  };
  writeFileSync(file, stringify(policy, {lineWidth: 120}), {flag: "wx"});
  const before = champions.findLast(({policy: {effective_from: from}}) => from < effectiveFrom);
  return {experiment, outcome, file, before: before?.policy.experiment ?? null};
}

/** The record of a validation, and its text. Throws a UserError where there is none, or where it is that of another model. */
export function validationOf(
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
  if (record.modelHash !== modelHash)
    throw new UserError(`${file}: is the record of another model; validate ${id} again`);
  return {record, text};
}
