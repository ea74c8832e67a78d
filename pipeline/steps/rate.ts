import {masterScale} from "#models/rating/masterScale.js";
import {applyPdModel, fitPdModel, type PdModel} from "#models/rating/pdModel.js";
import {selectRidge, type LabelledRows} from "#models/rating/selectRidge.js";
import {epochDays} from "#warehouse/engine/columns.js";
import {UserError} from "#warehouse/engine/userError.js";
import {heldToContract} from "#warehouse/sqlTable.js";
import {cohortMonths, yearlyMonthOf, yearsOf} from "../calendar.js";
import type {RunContext} from "../context.js";
import type {Policy} from "../policy/schemas.js";
import {crossValidated, measuresOn, type Measure} from "../rating/evaluate.js";
import {ratingFrame, sampleOf, type RatingFrame} from "../rating/frame.js";
import {modelIdOf} from "../rating/modelId.js";
import {masterScaleColumns, ratingColumns} from "../rating/ratingColumns.js";
import {scoreMasterScale} from "../scores/score_master_scale.js";
import {scoreRatings} from "../scores/score_ratings.js";

export interface RatingResult {
  readonly model: PdModel;
  readonly modelId: string;
  readonly measures: readonly Measure[];
}

/**
 * Fits the PD model on the training cohorts, measures it on yearly ones, whose windows do not overlap, and
 * rates every obligor at every date.
 */
export async function rate(context: RunContext): Promise<RatingResult> {
  const {engine, source, policies, progress} = context;
  const {policy} = policies.rating;
  progress.line("fitting the PD model");
  const {calendar} = source;
  const cohorts = async (months: readonly number[]) =>
    await ratingFrame(engine, policy.features, {first: calendar.first, last: calendar.last, months});
  const sampleAt = sampler(source.evaluation);
  const inSample = (frame: RatingFrame, name: string) =>
    sampleOf(frame, (row) => sampleAt(frame.observationDates[row]!) === name);
  const fitted = inSample(await cohorts(cohortMonths(calendar, policy.training_cohort_months)), "train");
  const yearly = await cohorts([yearlyMonthOf(calendar)]);
  const [train, test] = [inSample(yearly, "train"), inSample(yearly, "test")];
  requireBothClasses(fitted, source.id);

  const fit = fitterOf(policy);
  const model = fit(fitted);
  const measures = [
    ...measuresOn("train", applyPdModel(model, train.features), train.defaulted),
    ...measuresOn("test", applyPdModel(model, test.features), test.defaulted),
    ...(source.evaluation.kind === "cross_validation"
      ? crossValidated(train, fit, {...source.evaluation, seed: policy.seed})
      : [])
  ];
  const modelId = modelIdOf(model);
  await writeRatings(context, model, modelId, sampleAt);
  return {model, modelId, measures};
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
  {engine, source, policies, progress, record}: RunContext,
  model: PdModel,
  modelId: string,
  sampleAt: (day: number) => string
): Promise<void> {
  const {policy} = policies.rating;
  const scale = masterScale(policy.master_scale.map(({label, upper_pd}) => ({label, upperPd: upper_pd})));
  await engine.write(scoreMasterScale.name, masterScaleColumns(scale));
  let isFirst = true;
  for (const year of yearsOf(source.calendar)) {
    progress.line(`rating ${year.first.slice(0, 4)}`);
    const frame = await ratingFrame(engine, policy.features, year);
    const rows = ratingColumns(frame, applyPdModel(model, frame.features), scale, modelId, sampleAt);
    await (isFirst ? engine.write(scoreRatings.name, rows) : engine.append(scoreRatings.name, rows));
    isFirst = false;
  }
  for (const contract of [scoreMasterScale, scoreRatings]) {
    record.add("ratings", contract.name, await heldToContract(engine, contract));
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
