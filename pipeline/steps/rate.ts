import type {Evaluation} from "#loaders/sources/contract.js";
import {applyPdModel, fitPdModel, type PdModel} from "#models/rating/pdModel.js";
import {selectRidge, type LabelledRows} from "#models/rating/selectRidge.js";
import {epochDays} from "#warehouse/engine/columns.js";
import {UserError} from "#warehouse/engine/userError.js";
import {heldToContract} from "#warehouse/sqlTable.js";
import {cohortMonths, datesWithin, yearlyMonthOf, yearsOf} from "../calendar.js";
import type {RunContext} from "../context.js";
import {pdsOf, type FittedModel} from "../lab/methods.js";
import type {Policy} from "../policy/schemas.js";
import {crossValidated, measuresOn, type Measure} from "../rating/evaluate.js";
import {ratingFrame, sampleOf, type FeatureList} from "../rating/frame.js";
import {modelIdOf} from "../rating/modelId.js";
import {masterScaleColumns, ratingColumns} from "../rating/ratingColumns.js";
import {scaleOf} from "../rating/scaleOf.js";
import {stretchesOf, type Stretch} from "../rating/stretches.js";
import {scoreMasterScale} from "../scores/score_master_scale.js";
import {scoreRatings} from "../scores/score_ratings.js";

/** The model of one stretch of observation dates, and what was measured of it. */
export interface RatedStretch extends Stretch {
  readonly model: FittedModel;
  readonly features: FeatureList;
  readonly evaluation: Evaluation;
  readonly modelId: string;
  readonly measures: readonly Measure[];
}

/**
 * Rates every obligor at every observation date: by the champion in force on it, else by the model that the version of the rating
 * policy in force fits on the training cohorts. Each model is measured on yearly cohorts, whose windows do not overlap.
 */
export async function rate(context: RunContext): Promise<RatedStretch[]> {
  const {engine, policies, champions, record} = context;
  await engine.write(scoreMasterScale.name, masterScaleColumns(policies.rating));
  const rated: RatedStretch[] = [];
  for (const stretch of stretchesOf(policies.rating, champions)) {
    const known = rated.find(({version, champion}) => version === stretch.version && champion === stretch.champion);
    const model = known === undefined ? await modelFor(context, stretch) : {...known, ...stretch};
    await writeRatings(context, model, rated.length === 0);
    rated.push(model);
  }
  for (const contract of [scoreMasterScale, scoreRatings]) {
    record.add("ratings", contract.name, await heldToContract(engine, contract));
  }
  return rated;
}

async function modelFor(context: RunContext, stretch: Stretch): Promise<RatedStretch> {
  const {champion, from} = stretch;
  if (champion === null) {
    context.progress.line(`fitting the PD model in force from ${from}`);
    return await fitted(context, stretch);
  }
  const {model, features, evaluation, policy} = champion;
  context.progress.line(`${policy.policy.experiment} rates from ${from}`);
  const {train, test} = await yearlySamples(context, features, evaluation);
  const measures = [
    ...measuresOn("train", pdsOf(model, train.features), train.defaulted),
    ...measuresOn("test", pdsOf(model, test.features), test.defaulted)
  ];
  return {...stretch, model, features, evaluation, modelId: modelIdOf(model), measures};
}

async function fitted(context: RunContext, stretch: Stretch): Promise<RatedStretch> {
  const {engine, source} = context;
  const {policy} = stretch.version;
  const {calendar, evaluation} = source;
  const {features} = policy;
  const sampleAt = sampler(evaluation);
  const last = evaluation.kind === "out_of_time" ? evaluation.trainUntil : calendar.last;
  const months = cohortMonths(calendar, policy.training_cohort_months);
  const cohorts = await ratingFrame(engine, features, {first: calendar.first, last, months});
  const training = sampleOf(cohorts, (row) => sampleAt(cohorts.observationDates[row]!) === "train");
  requireBothClasses(training, source.id);

  const fit = fitterOf(policy);
  const model = fit(training);
  const {train, test} = await yearlySamples(context, features, evaluation);
  const measures = [
    ...measuresOn("train", applyPdModel(model, train.features), train.defaulted),
    ...measuresOn("test", applyPdModel(model, test.features), test.defaulted),
    ...(evaluation.kind === "cross_validation" ? crossValidated(train, fit, {...evaluation, seed: policy.seed}) : [])
  ];
  return {...stretch, model, features, evaluation, modelId: modelIdOf(model), measures};
}

async function yearlySamples({engine, source: {calendar}}: RunContext, features: FeatureList, evaluation: Evaluation) {
  const {first, last} = calendar;
  const frame = await ratingFrame(engine, features, {first, last, months: [yearlyMonthOf(calendar)]});
  const sampleAt = sampler(evaluation);
  const sample = (name: string) => sampleOf(frame, (row) => sampleAt(frame.observationDates[row]!) === name);
  return {train: sample("train"), test: sample("test")};
}

/** Fits with the ridge that the training rows themselves choose, among those that the policy allows. */
function fitterOf(policy: Policy<"rating">): (train: LabelledRows) => PdModel {
  const {candidates, folds} = policy.ridge;
  return (train) => {
    const ridge = selectRidge(train, {candidates, folds, seed: policy.seed});
    return fitPdModel(train.features, train.defaulted, {ridge, floor: policy.pd_floor});
  };
}

async function writeRatings(
  {engine, source, progress}: RunContext,
  {version, from, until, model, modelId, features, evaluation}: RatedStretch,
  isFirst: boolean
): Promise<void> {
  const scale = scaleOf(version.policy);
  const sampleAt = sampler(evaluation);
  let isNew = isFirst;
  for (const year of yearsOf(source.calendar)) {
    const dates = datesWithin(year, {from, until});
    if (dates === null) continue;
    progress.line(`rating ${year.first.slice(0, 4)}`);
    const frame = await ratingFrame(engine, features, dates);
    const rows = ratingColumns(frame, pdsOf(model, frame.features), scale, modelId, sampleAt);
    await (isNew ? engine.write(scoreRatings.name, rows) : engine.append(scoreRatings.name, rows));
    isNew = false;
  }
}

function sampler(evaluation: Evaluation): (day: number) => "train" | "test" | "outside" {
  if (evaluation.kind === "cross_validation") return () => "train";
  const trainUntil = epochDays(evaluation.trainUntil);
  const testFrom = epochDays(evaluation.testFrom);
  return (day) => (day <= trainUntil ? "train" : day >= testFrom ? "test" : "outside");
}

function requireBothClasses({defaulted}: LabelledRows, source: string): void {
  const events = defaulted.reduce((total, flag) => total + flag, 0);
  if (events === 0 || events === defaulted.length) {
    throw new UserError(
      `${source}: the training sample has ${events} defaults among ${defaulted.length} obligors; ` +
        "a PD model needs both defaults and others: check the extracts and the default policy"
    );
  }
}
