import {policiesInForce, type PolicyInForce} from "#pipeline/policy/policy.js";
import type {Policy} from "#pipeline/policy/schemas.js";
import type {Scalar} from "#warehouse/engine/columns.js";
import {buildTable} from "#warehouse/sqlTable.js";
import {buildAllTargets, featureTables, rowsIn, targetTables} from "./features.js";
import {withEngine} from "./memoryEngine.js";
import {stageBank, type StagedBank, type StagedRow} from "./stagedBank.js";

export interface TargetCase {
  /** Instalments; of facility F-<obligor> where they name none, of 5,000 and unpaid. */
  readonly repayments?: readonly StagedRow[];
  readonly events?: readonly StagedRow[];
  /** Book lines; every obligor on every observation date, drawn 100,000, where none are given. */
  readonly exposures?: readonly StagedRow[];
  readonly obligors?: readonly string[];
  /** Further versions of facilities. */
  readonly facilities?: readonly StagedRow[];
  readonly dates?: readonly string[];
  readonly dataEnd?: string;
  readonly hasDatedDefaults?: boolean;
  /** What differs from the shipped policy. */
  readonly policy?: Partial<Policy<"default">>;
}

export type TargetRows = Record<string, Scalar>[];

/** The shipped default policy with some rules changed. */
export function defaultPolicyWith(changes: Partial<Policy<"default">>): PolicyInForce<"default"> {
  const [shipped] = policiesInForce("data/policy", "default", {first: "2020-01-31", last: "2020-01-31"});
  return {...shipped!, policy: {...shipped!.policy, ...changes}};
}

/** Builds the target tables of a small bank in which obligor X has the facility F-X, and a further G-X. */
export async function targetsOf(bank: TargetCase, wanted: readonly string[]): Promise<Record<string, TargetRows>> {
  return await withEngine(async (engine) => {
    await stageBank(engine, staged(bank));
    await buildTable(engine, featureTables.get("feat_observations")!);
    await buildAllTargets(engine);
    const rows: [string, TargetRows][] = [];
    for (const name of wanted) rows.push([name, await rowsIn(engine, targetTables.get(name)!)]);
    return Object.fromEntries(rows);
  });
}

function staged({
  repayments = [],
  events = [],
  exposures,
  obligors = ["A"],
  facilities = [],
  dates = ["2020-01-31"],
  dataEnd = "2021-12-31",
  hasDatedDefaults = true,
  policy = {}
}: TargetCase): StagedBank {
  const everywhere = obligors.flatMap((obligor) =>
    dates.map((month_end) => ({facility_id: `F-${obligor}`, month_end, limit: 100_000, drawn: 100_000}))
  );
  return {
    observationDates: dates,
    dataEnd,
    hasDatedDefaults,
    policies: [defaultPolicyWith(policy)],
    rows: {
      obligors: obligors.map((id) => ({obligor_id: id, valid_from: "2010-01-01", published_date: "2010-01-01"})),
      facilities: [
        ...obligors.flatMap((obligor) => ["F", "G"].map((letter) => facility(`${letter}-${obligor}`, obligor))),
        ...facilities
      ],
      exposures: exposures ?? everywhere,
      repayments: repayments.map((row) => ({
        facility_id: "F-A",
        amount_due: 5000,
        paid_date: null,
        ...paidInFull(row)
      })),
      credit_events: events.map((row, index) => ({
        event_id: `E${index}`,
        obligor_id: "A",
        event_date: row["published_date"] ?? null,
        ...row
      }))
    }
  };
}

function facility(facility_id: string, obligor_id: string): StagedRow {
  const day = "2015-01-01";
  return {facility_id, obligor_id, valid_from: day, published_date: day, start_date: day, maturity_date: "2025-01-01"};
}

function paidInFull(row: StagedRow): StagedRow {
  const isPaid = typeof row["paid_date"] === "string";
  return {amount_paid: isPaid ? (row["amount_due"] ?? 5000) : 0, ...row};
}
