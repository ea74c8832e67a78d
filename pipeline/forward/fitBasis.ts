import {fitProjection, type ProjectionModel} from "#models/forecast/projection.js";
import type {RunContext} from "../context.js";
import {firstAheadOf, knowOutcomes, openOrigins, readHistories, type Basis} from "./basis.js";
import {CHOICES} from "./choices.js";
import {halves, sampleFrom} from "./samples.js";
import {trainUntilOf} from "./trainUntil.js";

/** Fits the projection of one basis on what was known by the end of training; null where that is too little. */
export async function fitBasis(context: RunContext, basis: Basis): Promise<ProjectionModel | null> {
  const {calendar} = context.source;
  const trainUntil = trainUntilOf(context.source);
  await knowOutcomes(context, basis, trainUntil);
  await openOrigins(context, {first: calendar.first, last: trainUntil});
  const sample = sampleFrom(await readHistories(context, basis), firstAheadOf(calendar.last));
  const {train, calibration} = halves(sample);
  return fitProjection(train, calibration, CHOICES);
}
