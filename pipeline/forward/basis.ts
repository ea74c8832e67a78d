import {monthNumber} from "./months.js";
import type {RunContext} from "../context.js";
import {sqlOf} from "../sql/sqlOf.js";

/** Where quarterly flows are read from: statements for the year so far, or movements on accounts at this bank. */
export type Basis = "statements" | "account_flows";
/** In order of preference: a statement knows all of an obligor's flows, its accounts here a part. */
export const BASES: readonly Basis[] = ["statements", "account_flows"];

const QUARTERS_SQL: Readonly<Record<Basis, string>> = {
  statements: "forward_statement_quarters",
  account_flows: "forward_account_quarters"
};
/** Months back that a history reaches: its quarters, and the year so far that the oldest is taken from. */
const HISTORY_MONTHS = 36;

/** Makes `forward_outcomes`: the flow of every quarter, as known on a day. */
export async function knowOutcomes(context: RunContext, basis: Basis, asOf: string): Promise<void> {
  const {engine, source} = context;
  await engine.run(sqlOf("forward_outcome_origins"), {as_of: asOf});
  const months = monthNumber(asOf) - monthNumber(source.calendar.first) + HISTORY_MONTHS;
  await engine.run(sqlOf(QUARTERS_SQL[basis]), {reach: months});
  await engine.run(sqlOf("forward_outcomes"));
}

/** Makes `forward_origins` of the dates of a range from which it is looked ahead. */
export async function openOrigins({engine, source}: RunContext, dates: {first: string; last: string}): Promise<void> {
  await engine.run(sqlOf("forward_origins"), {...dates, calendar_last: source.calendar.last});
}

/** Reads, for each of the origins, the quarters known by then and those that came. */
export async function readHistories({engine, source}: RunContext, basis: Basis) {
  await engine.run(sqlOf(QUARTERS_SQL[basis]), {reach: HISTORY_MONTHS});
  return await engine.columns(sqlOf("forward_histories"), {first_ahead: firstAheadOf(source.calendar.last)});
}

/** Quarters from the latest full one at a date to the first that begins after it: 2 within a quarter, 1 at its end. */
export function firstAheadOf(date: string): number {
  return monthNumber(date) % 3 === 0 ? 1 : 2;
}
