import {z} from "zod";
import {sourceOf} from "#loaders/source.js";
import {gradeIndexOf} from "#models/rating/masterScale.js";
import {applyScorecard} from "#models/scorecard/applyScorecard.js";
import {reasonsOf, type ObligorValues} from "#models/scorecard/reasonsOf.js";
import {numbersOf} from "#warehouse/engine/columns.js";
import {identifier, literal, type Engine} from "#warehouse/engine/engine.js";
import {UserError} from "#warehouse/engine/userError.js";
import {policyVersions} from "../policy/policy.js";
import {withWarehouse} from "../quarantine/warehouse.js";
import {scaleOf} from "../rating/scaleOf.js";
import type {Settings} from "../settings/settings.js";
import {readJson} from "./jsonFiles.js";
import {featuresOf, pdsOf, type FittedModel} from "./methods.js";
import {experimentOf, modelOf, registryOf} from "./registry.js";
import type {Spec} from "./spec.js";
import {chosenFeatures} from "./warehouseFeatures.js";

export interface ScoreRequest {
  readonly model: string;
  /** Obligor of the source, or null where `values` says what is known. */
  readonly obligor: string | null;
  /** ISO date of a month end; the source's last where null. */
  readonly date: string | null;
  /** JSON file of features by name: an applicant who is in no extract. */
  readonly values: string | null;
  readonly settings: Settings;
}

export interface ScoredReason {
  readonly feature: string;
  readonly value: number | null;
  readonly bin: string;
  readonly points: number;
  readonly best: number;
  readonly lost: number;
}

export interface ScoredObligor {
  readonly experiment: string;
  readonly obligor: string | null;
  readonly date: string | null;
  /** Null where the model is no scorecard. */
  readonly score: number | null;
  readonly basePoints: number | null;
  readonly pd: number;
  readonly grade: string;
  /** What cost most points first; the points and the base points add up to the score. */
  readonly reasons: readonly ScoredReason[];
}

/** Scores one obligor by an experiment, with its reasons. Throws a UserError where obligor, date or a feature's value is not known. */
export async function scoreObligor(request: ScoreRequest): Promise<ScoredObligor> {
  const {settings, obligor, values} = request;
  const registry = registryOf(settings);
  const experiment = experimentOf(registry, request.model);
  const model = modelOf(registry, experiment);
  if ((obligor === null) === (values === null)) {
    throw new UserError("name either an obligor of the source or, with --values, a JSON file of features");
  }
  const known =
    values === null ? await knownOf(experiment.spec, model, request) : {...fromFile(values, model), date: null};
  const scale = scaleOf(policyVersions(settings.policies, "rating").at(-1)!.policy);
  const features = new Map(featuresOf(model).map((name) => [name, Float64Array.of(Number(known.values[name] ?? NaN))]));
  const pd = pdsOf(model, features)[0]!;
  const isCard = model.kind === "scorecard";
  return {
    experiment: experiment.id,
    obligor,
    date: known.date,
    score: isCard ? applyScorecard(model, {features}).score[0]! : null,
    basePoints: isCard ? model.basePoints : null,
    pd,
    grade: scale[gradeIndexOf(pd, scale)]!.label,
    reasons: isCard
      ? reasonsOf(model, known.values).map(({feature, label, points, against, lost}) => {
          const value = known.values[feature];
          return {feature, value: typeof value === "number" ? value : null, bin: label, points, best: against, lost};
        })
      : []
  };
}

interface Known {
  readonly values: ObligorValues;
  readonly date: string | null;
}

function fromFile(file: string, model: FittedModel): {readonly values: ObligorValues} {
  const values = readValues(file);
  const needed = featuresOf(model);
  for (const [name, value] of Object.entries(values)) {
    if (!needed.includes(name))
      throw new UserError(`${file}: ${name} is no feature of the model; it needs ${needed.join(", ")}`);
    if (value !== null && typeof value !== "number")
      throw new UserError(`${file}: ${name} must be a number or null; got ${JSON.stringify(value)}`);
  }
  const missing = needed.find((name) => !(name in values));
  if (missing !== undefined)
    throw new UserError(`${file}: lacks ${missing}; give its value, or null where it is not known`);
  return {values: values as ObligorValues};
}

function readValues(file: string): Record<string, unknown> {
  try {
    const values: unknown = readJson(file);
    if (typeof values === "object" && values !== null && !Array.isArray(values))
      return values as Record<string, unknown>;
    throw new UserError(`${file}: must be an object of values by feature, such as {"current_ratio": 1.2}`);
  } catch (error) {
    if (error instanceof SyntaxError) throw new UserError(`${file}: is no JSON: ${error.message}`);
    throw error;
  }
}

async function knownOf(spec: Spec, model: FittedModel, {obligor, date, settings}: ScoreRequest): Promise<Known> {
  const {population} = spec;
  if (population.from === "files")
    throw new UserError(`${spec.model}: was trained on files; name the features with --values`);
  const source = sourceOf(population.source);
  const day = date ?? source.calendar.last;
  if (!z.iso.date().safeParse(day).success) throw new UserError(`--date ${day}: write a month end as 2016-12-31`);
  const {list} = await chosenFeatures(spec.model, population);
  return await withWarehouse({sourceId: population.source, settings}, async (engine) => {
    const needed = new Set(featuresOf(model));
    const values: Record<string, number> = {};
    await requireObligor(engine, obligor!, day);
    for (const {table, columns} of list) {
      const wanted = columns.filter((name) => needed.has(name));
      if (wanted.length === 0) continue;
      const found = await engine.columns(
        `select ${wanted.map(identifier).join(", ")} from ${identifier(table)}
         where obligor_id = ${literal(obligor!)} and observation_date = date ${literal(day)}`
      );
      for (const name of wanted) values[name] = numbersOf(found, name)[0] ?? NaN;
    }
    return {values, date: day};
  });
}

async function requireObligor(engine: Engine, obligor: string, day: string): Promise<void> {
  const found = await engine.columns(
    `select 1 as one from feat_observations where obligor_id = ${literal(obligor)} and observation_date = date ${literal(day)}`
  );
  if (found.rowCount === 0)
    throw new UserError(`${obligor} was not in the book on ${day}; dates are month ends, such as 2016-12-31`);
}
