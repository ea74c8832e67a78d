import {identifier, literal} from "#warehouse/engine/engine.js";
import type {Feature} from "./subjects.js";

/** Steps of the quantiles that are read: every second one is a decile. */
export const STEPS = 20;

/** Observation dates that are looked at. */
export interface Dates {
  /** Those of one month of the year (1 to 12); all where null. */
  readonly month: number | null;
  /** Last date (ISO) whose outcomes are looked at, so that what is kept for testing stays unread; all where null. */
  readonly outcomesUntil: string | null;
}

/** One row per observation date: how many rows there are, and of each feature its known values, zeros, least value and quantiles. */
export function spreadSql(table: string, features: readonly Feature[], dates: Dates): string {
  return `
    select observation_date, count(*) as row_count, ${features.map(spreadOf).join(", ")}
    from ${identifier(table)} as features
    ${where(dates)}
    group by observation_date
    order by observation_date`;
}

/** The quantiles of each feature among the rows whose outcome is known. */
export function labelledSql(table: string, features: readonly Feature[], dates: Dates): string {
  const columns = features.map((feature, at) => `quantile_texts(${numberOf(feature)}, ${STEPS}) as quantiles_${at}`);
  return `
    select ${columns.join(", ")}
    ${joined(table)}
    ${where(dates, `${outcomeOf(dates)} is not null`)}`;
}

/** Ends of the bins of a feature: of those that tell how its spread moves, and of those that tell how it goes with default. */
export interface BinEnds {
  readonly stability: readonly number[];
  readonly relation: readonly number[];
}

/** One row per observation date and outcome (1 default, 0 none, null not known): of each feature how many rows each bin has. */
export function binsSql(table: string, features: readonly Feature[], ends: readonly BinEnds[], dates: Dates): string {
  const columns = features.flatMap((feature, at) => [
    `bin_counts(${numberOf(feature)}, ${bounds(ends[at]!.stability)}) as stability_${at}`,
    `bin_counts(${numberOf(feature)}, ${bounds(ends[at]!.relation)}) as relation_${at}`
  ]);
  const outcome = outcomeOf(dates);
  return `
    select features.observation_date, ${outcome} as outcome, count(*) as row_count, ${columns.join(", ")}
    ${joined(table)}
    ${where(dates)}
    group by features.observation_date, ${outcome}
    order by features.observation_date, outcome`;
}

function spreadOf(feature: Feature, at: number): string {
  const value = numberOf(feature);
  return [
    `count(features.${identifier(feature.name)}) as known_${at}`,
    `count_where(${value} = 0) as zeros_${at}`,
    `min(${value}) as least_${at}`,
    `quantile_texts(${value}, ${STEPS}) as quantiles_${at}`
  ].join(", ");
}

function joined(table: string): string {
  return `from ${identifier(table)} as features
    left join target_default as targets
        on features.obligor_id = targets.obligor_id and features.observation_date = targets.observation_date`;
}

/** Whether an obligor that is not in default defaulted in the window; null where it is, or what came is not known or not to be read. */
function outcomeOf({outcomesUntil}: Dates): string {
  const until = outcomesUntil === null ? "" : ` and features.observation_date <= date ${literal(outcomesUntil)}`;
  return `case when not targets.is_in_default${until} then cast(targets.defaulted as integer) end`;
}

function where({month}: Dates, condition?: string): string {
  const conditions = [month === null ? [] : `month(features.observation_date) = ${month}`, condition ?? []].flat();
  return conditions.length === 0 ? "" : `where ${conditions.join(" and ")}`;
}

function numberOf({name}: Feature): string {
  return `cast(features.${identifier(name)} as double)`;
}

function bounds(ends: readonly number[]): string {
  return literal([...ends, "inf"].join(","));
}
