import {gradeCuts} from "#models/scorecard/gradeCuts.js";
import {scorecardSql} from "#models/scorecard/scorecardSql.js";
import {UserError} from "#warehouse/engine/userError.js";
import {policyVersions} from "../policy/policy.js";
import {scaleOf} from "../rating/scaleOf.js";
import type {Settings} from "../settings/settings.js";
import {experimentOf, modelOf, registryOf} from "./registry.js";

/** A model as one query, and what it was made of. */
export interface ModelSql {
  readonly experiment: string;
  readonly table: string;
  readonly sql: string;
}

/**
 * A scorecard as one query over a table that has its features as columns: points, score, PD and grade, as the run computes them.
 * Throws a UserError where the model is no scorecard.
 */
export function exportSql(
  settings: Settings,
  wanted: string,
  {table, keys}: {readonly table: string; readonly keys: readonly string[]}
): ModelSql {
  const registry = registryOf(settings);
  const experiment = experimentOf(registry, wanted);
  const model = modelOf(registry, experiment);
  if (model.kind !== "scorecard") {
    throw new UserError(`${experiment.id}: is a model of the kind ${model.kind}; only a scorecard is written as SQL`);
  }
  const scale = scaleOf(policyVersions(settings.policies, "rating").at(-1)!.policy);
  const sql = scorecardSql(model, {table, keys, grades: gradeCuts(model, scale)});
  return {experiment: experiment.id, table, sql};
}
