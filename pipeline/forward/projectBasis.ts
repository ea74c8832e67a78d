import {applyProjection, type ProjectionModel, type Projections} from "#models/forecast/projection.js";
import {yearsOf} from "../calendar.js";
import type {RunContext} from "../context.js";
import {backtestDates, type DatedBacktest} from "./backtestDates.js";
import {firstAheadOf, knowOutcomes, openOrigins, readHistories, type Basis} from "./basis.js";
import {sampleFrom, type DatedSample} from "./samples.js";

/** Projections from the dates of one year. */
export interface ProjectedYear {
  readonly sample: DatedSample;
  readonly projections: Projections;
}

/**
 * Projects from every date that is looked ahead from, year by year, so that memory holds one: how each fared, and the last
 * year's projections, which hold those of the latest date.
 */
export async function projectBasis(context: RunContext, basis: Basis, model: ProjectionModel) {
  const {calendar} = context.source;
  await knowOutcomes(context, basis, calendar.last);
  const fared: DatedBacktest[] = [];
  let latest: ProjectedYear | null = null;
  for (const year of yearsOf(calendar)) {
    context.progress.line(`projecting ${basis} from ${year.first.slice(0, 4)}`);
    await openOrigins(context, year);
    const sample = sampleFrom(await readHistories(context, basis), firstAheadOf(calendar.last));
    const projections = applyProjection(model, sample.histories);
    fared.push(...backtestDates(sample, projections));
    latest = {sample, projections};
  }
  return {fared, latest: latest as ProjectedYear | null};
}
