import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {stringify} from "yaml";
import {z} from "zod";
import type {Outcome} from "#models/validation/verdict.js";
import {UserError} from "#warehouse/engine/userError.js";
import {championFolder, championsOf} from "../policy/champions.js";
import type {Policy} from "../policy/schemas.js";
import type {Settings} from "../settings/settings.js";
import {approvable} from "./approval.js";
import type {Experiment} from "./experiment.js";
import {experimentOf, registryOf} from "./registry.js";

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
 * rated (see `approvable`), or where a champion takes effect on the very day.
 */
export function promote({experiment: wanted, effectiveFrom, approver, reason, settings}: PromoteRequest): Promoted {
  const registry = registryOf(settings);
  const experiment = experimentOf(registry, wanted);
  const {id} = experiment;
  if (!z.iso.date().safeParse(effectiveFrom).success)
    throw new UserError(`--effective-from ${effectiveFrom}: write a day as 2016-12-31`);
  const {outcome, sourceId: source, validationHash} = approvable(settings, experiment);
  const champions = championsOf(settings.policies, source);
  const same = champions.find(({policy}) => policy.effective_from === effectiveFrom);
  if (same !== undefined) {
    throw new UserError(
      `${same.file}: ${same.policy.experiment} takes effect on ${effectiveFrom} already; choose another day`
    );
  }
  const folder = championFolder(settings.policies, source);
  const file = join(folder, `${effectiveFrom}.yaml`);
  const policy: Policy<"champion"> = {
    policy: "champion",
    version: String(champions.length + 1),
    effective_from: effectiveFrom,
    approver,
    reason,
    source,
    experiment: id,
    model_sha256: experiment.modelHash,
    validation_sha256: validationHash
  };
  const empty = Object.entries({"--approver": approver, "--reason": reason}).find(([, text]) => text.trim() === "");
  if (empty !== undefined) throw new UserError(`${empty[0]} is empty: a promotion says who approves it, and why`);
  mkdirSync(folder, {recursive: true});
  writeFileSync(file, stringify(policy, {lineWidth: 120}), {flag: "wx"});
  const before = champions.findLast(({policy: {effective_from: from}}) => from < effectiveFrom);
  return {experiment, outcome, file, before: before?.policy.experiment ?? null};
}
