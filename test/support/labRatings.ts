import {join} from "node:path";
import {sourceOf} from "#loaders/source.js";
import {stepRecord} from "#pipeline/runRecord.js";
import {policiesInForce} from "#pipeline/policy/policy.js";
import {championModels} from "#pipeline/rating/champion.js";
import {rate} from "#pipeline/steps/rate.js";
import {rowsOf, type Scalar} from "#warehouse/engine/columns.js";
import {openDuckDB} from "#warehouse/engine/duckdb.js";
import {silentProgress} from "#pipeline/progress.js";
import type {LabBank} from "./labBank.js";

export type Rating = Readonly<Record<string, Scalar>>;

/** The ratings that a run gives the bank of a lab under the policies that stand there now, in order of date and obligor. */
export async function ratingsOf({settings, policies: folder}: LabBank): Promise<Rating[]> {
  const source = sourceOf("demo");
  const policies = {
    default: policiesInForce(folder, "default", source.calendar),
    rating: policiesInForce(folder, "rating", source.calendar),
    tiers: policiesInForce(folder, "tiers", source.calendar),
    quality: policiesInForce(folder, "quality", source.calendar)
  };
  const champions = await championModels(settings, source);
  const engine = await openDuckDB(join(settings.state, "demo", "warehouse.duckdb"), {threads: 1});
  try {
    await rate({engine, source, policies, champions, progress: silentProgress, record: stepRecord()});
    return rowsOf(await engine.columns("select * from score_ratings order by observation_date, obligor_id"));
  } finally {
    engine.close();
  }
}
