import {readFileSync} from "node:fs";
import {normalQuantile} from "#models/numerics/normal.js";
import {randomOf} from "#models/numerics/random.js";
import type {RunContext} from "#pipeline/context.js";
import {silentProgress} from "#pipeline/progress.js";
import {stepRecord} from "#pipeline/runRecord.js";
import {columnsFrom, dates, doubles, epochDays, rowsOf, varchars} from "#warehouse/engine/columns.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {openFrame} from "#warehouse/featureFrame.js";
import {featObservations} from "#warehouse/features/feat_observations.js";
import {featProfiles} from "#warehouse/features/feat_profiles.js";
import {buildTable} from "#warehouse/sqlTable.js";
import {stageBank, type StagedRow} from "../../support/stagedBank.js";

export const FIRST_YEAR = 2016;
export const LAST_YEAR = 2021;
export const LAST = `${LAST_YEAR}-12-31`;
export const TRAIN_UNTIL = "2019-12-31";

/** What the steps of the forward view are given. */
export function contextOf(engine: Engine, last = LAST): RunContext {
  const source = {
    calendar: {first: `${FIRST_YEAR}-01-31`, last},
    evaluation: {kind: "out_of_time", trainUntil: TRAIN_UNTIL, testFrom: "2020-12-31"},
    absent: []
  };
  return {engine, source, policies: {}, progress: silentProgress, record: stepRecord()} as unknown as RunContext;
}

/** Stages rows, each obligor with one line in the book of every month end, and builds the frame and the profiles. */
export async function stageForward(
  engine: Engine,
  obligors: readonly string[],
  rows: Readonly<Record<string, readonly StagedRow[]>> = {}
): Promise<void> {
  const monthEnds = Array.from({length: 12 * (LAST_YEAR - FIRST_YEAR + 1)}, (_, month) =>
    monthEnd(FIRST_YEAR, month + 1)
  );
  await stageBank(engine, {observationDates: monthEnds, dataEnd: LAST, rows});
  const list = obligors.map((id) => `('${id}')`).join(", ");
  await engine.run(`
    create or replace temp table everyone as select * from (values ${list}) t(id);
    insert into stg_obligors by name
      select id as obligor_id, date '2010-01-01' as valid_from, date '2010-01-01' as published_date, 'C3911' as industry_code,
        'x' as name, 'x' as registration_number, 'x' as region from everyone;
    insert into stg_facilities by name
      select 'F' || id as facility_id, id as obligor_id, 'working_capital' as product, date '2015-12-31' as start_date,
        date '2015-12-31' as valid_from, date '2015-12-31' as published_date,
        date '2024-12-31' as maturity_date, 1000 as "limit", 0.12 as annual_rate from everyone;
    insert into stg_exposures by name
      select 'F' || id as facility_id, observation_date as month_end, 1000 as "limit", 600 as drawn, 0 as days_past_due
      from everyone cross join stg_calendar`);
  await buildOne(engine, featObservations);
  await openFrame(engine, "select obligor_id, observation_date from feat_observations");
  await buildOne(engine, featProfiles);
}

async function buildOne(engine: Engine, contract: typeof featObservations | typeof featProfiles): Promise<void> {
  const sql = readFileSync(new URL(`../../../warehouse/features/${contract.name}.sql`, import.meta.url), "utf8");
  await buildTable(engine, {contract, sql});
}

/** Adds quarterly statements of obligors that earn 5 % of sales and a noise of 4 %; published 40 days after the quarter. */
export async function fileStatements(engine: Engine, obligors: readonly string[], seed: number): Promise<void> {
  const random = randomOf(seed);
  const filed: {id: string; end: string; type: string; published: number; sales: number; flow: number}[] = [];
  for (const id of obligors) {
    const size = 1000 * (1 + Math.floor(9 * random()));
    for (let year = FIRST_YEAR - 2; year <= LAST_YEAR; year++) {
      let flow = 0;
      for (let quarter = 1; quarter <= 4; quarter++) {
        flow += size * (0.05 + 0.04 * normalQuantile(0.0005 + 0.999 * random()));
        const end = monthEnd(year, 3 * quarter);
        const type = quarter === 4 ? "annual" : "year_to_date";
        filed.push({id, end, type, published: epochDays(end) + 40, sales: quarter * size, flow});
      }
    }
  }
  await engine.write(
    "filed",
    columnsFrom({
      obligor_id: varchars(filed.map(({id}) => id)),
      period_end: dates(filed.map(({end}) => epochDays(end))),
      period_type: varchars(filed.map(({type}) => type)),
      scope: varchars(filed.map(() => "standalone")),
      published_date: dates(filed.map(({published}) => published)),
      revenue: doubles(Float64Array.from(filed, ({sales}) => sales)),
      operating_cash_flow: doubles(Float64Array.from(filed, ({flow}) => flow))
    })
  );
  await engine.run(
    `insert into stg_financial_statements by name select * from filed where published_date <= date '${LAST}'; drop table filed`
  );
}

/** Adds sales of 1,000 a month to the accounts of everyone but Z, and payments that vary from quarter to quarter. */
export async function moveMoney(engine: Engine): Promise<void> {
  await engine.run(`
    insert into stg_account_transactions by name
      select 'S' || id || observation_date as transaction_id, id as obligor_id, observation_date as transaction_date,
        'in' as direction, 'sales' as category, 1000 as amount
      from everyone cross join stg_calendar where id <> 'Z';
    insert into stg_account_transactions by name
      select 'P' || id || observation_date as transaction_id, id as obligor_id, observation_date as transaction_date,
        'out' as direction, 'purchase' as category, 700 + (cast(substr(id, 2) as integer) * 37 + month_number(observation_date) * 53) % 500 as amount
      from everyone cross join stg_calendar where id <> 'Z'`);
}

/** Last day of the month, 1 or more months into a year. */
export function monthEnd(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** The rows of a table in the order of its first columns. */
export async function everyRow(engine: Engine, table: string) {
  return rowsOf(await engine.columns(`select * from ${table} order by all`));
}
