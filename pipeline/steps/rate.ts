import {applyPdModel, fitPdModel, type PdModel} from "#models/rating/pdModel.js";
import {selectRidge, type LabelledRows} from "#models/rating/selectRidge.js";
import {epochDays} from "#warehouse/engine/columns.js";
import {UserError} from "#warehouse/engine/userError.js";
import {heldToContract} from "#warehouse/sqlTable.js";
import {cohortMonths, datesWithin, yearlyMonthOf, yearsOf} from "../calendar.js";
import type {RunContext} from "../context.js";
import type {PolicyInForce} from "../policy/policy.js";
import type {Policy} from "../policy/schemas.js";
import {crossValidated, measuresOn, type Measure} from "../rating/evaluate.js";
import {ratingFrame, sampleOf, type RatingFrame} from "../rating/frame.js";
import {modelIdOf} from "../rating/modelId.js";
import {masterScaleColumns, ratingColumns} from "../rating/ratingColumns.js";
import {scaleOf} from "../rating/scaleOf.js";
import {scoreMasterScale} from "../scores/score_master_scale.js";
import {scoreRatings} from "../scores/score_ratings.js";

/** The model of one version of the rating policy, and what was measured of it. */
export interface RatedVersion {
  readonly version: PolicyInForce<"rating">;
  readonly model: PdModel;
  readonly modelId: string;
  readonly measures: readonly Measure[];
}

/**
 * For each version of the rating policy in force: fits its PD model on the training cohorts, measures it on
 * yearly ones, whose windows do not overlap, and rates every obligor at the dates on which it is in force.
 */
export async function rate(context: RunContext): Promise<RatedVersion[]> {
  const {engine, policies, record} = context;
  await engine.write(scoreMasterScale.name, masterScaleColumns(policies.rating));
  const rated: RatedVersion[] = [];
  for (const version of policies.rating) {
    context.progress.line(`fitting the PD model in force from ${version.from}`);
    const fitted = await fitVersion(context, version);
    await writeRatings(context, fitted, rated.length === 0);
    rated.push(fitted);
  }
  for (const contract of [scoreMasterScale, scoreRatings]) {
    record.add("ratings", contract.name, await heldToContract(engine, contract));
  }
  return rated;
}

async function fitVersion({engine, source}: RunContext, version: PolicyInForce<"rating">): Promise<RatedVersion> {
  const {policy} = version;
  const {calendar, evaluation} = source;
  const cohorts = async (months: readonly number[], last = calendar.last) =>
    await ratingFrame(engine, policy.features, {first: calendar.first, last, months});
  const sampleAt = sampler(evaluation);
  const inSample = (frame: RatingFrame, name: string) =>
    sampleOf(frame, (row) => sampleAt(frame.observationDates[row]!) === name);
  const lastTraining = evaluation.kind === "out_of_time" ? evaluation.trainUntil : calendar.last;
  const training = await cohorts(cohortMonths(calendar, policy.training_cohort_months), lastTraining);
  const fitted = inSample(training, "train");
  requireBothClasses(fitted, source.id);

  const fit = fitterOf(policy);
  const model = fit(fitted);
  const yearly = await cohorts([yearlyMonthOf(calendar)]);
  const [train, test] = [inSample(yearly, "train"), inSample(yearly, "test")];
  const measures = [
    ...measuresOn("train", applyPdModel(model, train.features), train.defaulted),
    ...measuresOn("test", applyPdModel(model, test.features), test.defaulted),
    ...(evaluation.kind === "cross_validation" ? crossValidated(train, fit, {...evaluation, seed: policy.seed}) : [])
  ];
  return {version, model, modelId: modelIdOf(model), measures};
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
  {version, model, modelId}: RatedVersion,
  isFirst: boolean
): Promise<void> {
  const scale = scaleOf(version.policy);
  const sampleAt = sampler(source.evaluation);
  let isNew = isFirst;
  for (const year of yearsOf(source.calendar)) {
    const dates = datesWithin(year, version);
    if (dates === null) continue;
    progress.line(`rating ${year.first.slice(0, 4)}`);
    const frame = await ratingFrame(engine, version.policy.features, dates);
    const rows = ratingColumns(frame, applyPdModel(model, frame.features), scale, modelId, sampleAt);
    await (isNew ? engine.write(scoreRatings.name, rows) : engine.append(scoreRatings.name, rows));
    isNew = false;
  }
}

function sampler(evaluation: RunContext["source"]["evaluation"]): (day: number) => "train" | "test" | "outside" {
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
