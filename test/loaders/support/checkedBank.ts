import type {QualityPolicy} from "#loaders/checks/policy.js";
import {runChecks} from "#loaders/checks/runChecks.js";
import type {CheckVerdict} from "#loaders/checks/verdict.js";
import {projects} from "#loaders/contracts/projects.js";
import type {ConsentGround} from "#loaders/sources/contract.js";
import type {TableContract} from "#warehouse/contract.js";
import {isoDate} from "#warehouse/engine/columns.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {makeLoadTables, makeStaged} from "./loadTables.js";
import {QUALITY_POLICY} from "./qualityPolicy.js";

export type Row = Readonly<Record<string, string | number | boolean | null>>;

export const PUBLIC: ConsentGround = {basis: "synthetic", why: {en: "Invented", zh: "虚构"}};
export const OBLIGOR: Row = {obligor_id: "O1", valid_from: "2020-01-01", published_date: "2020-01-01"};
export const STATEMENT: Row = {
  obligor_id: "O1",
  period_end: "2024-12-31",
  period_type: "annual",
  scope: "standalone",
  published_date: "2025-04-30",
  revenue: 1000,
  cost_of_sales: 600,
  operating_expense: 200,
  interest_expense: 50,
  tax: 30,
  net_income: 120,
  cash: 10,
  receivables: 20,
  inventory: 30,
  current_assets: 60,
  fixed_assets: 40,
  total_assets: 100,
  payables: 10,
  short_term_debt: 20,
  current_liabilities: 30,
  long_term_debt: 20,
  total_liabilities: 55,
  equity: 45
};

/** Stages extracts of a public source, and gives the verdicts on them by check. */
export async function verdictsOn(
  engine: Engine,
  staged: readonly (readonly [TableContract, readonly Row[]])[],
  {dataEnd = "2025-12-31", policy = QUALITY_POLICY}: {dataEnd?: string; policy?: QualityPolicy} = {}
): Promise<ReadonlyMap<string, CheckVerdict>> {
  await makeLoadTables(engine);
  await makeStaged(engine, projects, []);
  for (const [contract, given] of staged) await makeStaged(engine, contract, given);
  const contracts = staged.map(([contract]) => contract);
  const verdicts = await runChecks(engine, {contracts, dataEnd, policy, consents: PUBLIC});
  return new Map(verdicts.map((verdict) => [verdict.id, verdict]));
}

/** One row for each of so many days before the end, `perDay` of them a day. */
export function transactions(
  days: readonly number[],
  perDay: (day: number) => number,
  change: (at: number) => Row = () => ({})
) {
  let at = 0;
  return days.flatMap((day) =>
    Array.from({length: perDay(day)}, (): Row => ({
      transaction_id: `T${at}`,
      obligor_id: "O1",
      transaction_date: isoDate(20_453 - day), // 2025-12-31 less so many days
      direction: at % 2 === 0 ? "in" : "out",
      category: "sales",
      amount: 1,
      ...change(at++)
    }))
  );
}

export const days = (count: number) => Array.from({length: count}, (_, day) => day);
