import type {TableContract} from "#warehouse/contract.js";
import {numbersOf} from "#warehouse/engine/columns.js";
import {identifier, literal, type Engine} from "#warehouse/engine/engine.js";
import {EXTRACTS} from "../contracts/index.js";
import {IN_FORCE, rawTable} from "../raw/rawTable.js";
import type {Source} from "../sources/contract.js";
import {stageCalendar} from "./calendar.js";
import {groundJoins, neededConsents, stageGrounds, underConsent} from "./consents.js";
import {stageOutcomeCoverage} from "./outcomeCoverage.js";
import {requireRates} from "./rates.js";

export interface StagingOptions {
  /** The last batch that is looked at: the warehouse as it was loaded then, under the consents of today. Without it, all. */
  readonly asOfBatch?: number;
}

/**
 * Makes `stg_<extract>` of every extract: the rows in force, in the reporting currency, without what has no ground to be used on the
 * last day of the data; and `stg_grounds`, `stg_calendar`, `stg_source` and `stg_outcome_coverage` beside.
 * Throws a UserError where a rate has ended by which amounts in force are converted.
 */
export async function stageViews(engine: Engine, source: Source, {asOfBatch}: StagingOptions = {}): Promise<void> {
  await stageGrounds(engine, source.consents, source.calendar.dataEnd);
  for (const contract of EXTRACTS) {
    if (contract.name === "outcome_coverage") continue;
    await engine.run(`create or replace view ${identifier(`stg_${contract.name}`)} as
    ${await viewOf(engine, source, contract, asOfBatch)}`);
  }
  await stageOutcomeCoverage(engine, asOfBatch);
  await stageCalendar(engine, source);
}

async function viewOf(
  engine: Engine,
  source: Source,
  contract: TableContract,
  asOfBatch: number | undefined
): Promise<string> {
  const needed = source.consents === "each_party" ? neededConsents(contract) : [];
  const isForeign = await hasForeign(engine, contract, source.currency);
  if (isForeign && asOfBatch === undefined) await requireRates(engine, contract, source.currency);
  const columns = Object.entries(contract.columns).map(([name, {unit}]) => {
    const held = `held.${identifier(name)}`;
    const converted = isForeign && unit === "currency" ? inReportingCurrency(held) : held;
    return `${underConsent(needed, name, converted)} as ${identifier(name)}`;
  });
  const inForce = asOfBatch === undefined ? IN_FORCE : inForceAsOf(asOfBatch);
  return `select ${columns.join(", ")}
    from (select * from ${identifier(rawTable(contract))} where ${inForce}) as held
    ${groundJoins(contract, needed)}
    ${isForeign ? rateJoin(contract, inForce) : ""}`;
}

function inForceAsOf(batch: number): string {
  return `outcome is null and batch_id <= ${batch} and coalesce(superseded_by > ${batch}, true)`;
}

function inReportingCurrency(amount: string): string {
  return `case when rates.currency is null then ${amount} else try_cast(round(cast(${amount} as decimal(28, 2)) * cast(rates.rate as decimal(18, 10)), 2) as decimal(18, 2)) end`;
}

/** The rate of the day, or the last before it. */
function rateJoin({dates}: TableContract, inForce: string): string {
  return `asof left join (select currency, rate_date, rate from raw_fx_rates where ${inForce}) as rates
      on rates.currency = held.source_currency and rates.rate_date <= held.${identifier(dates!.event)}`;
}

async function hasForeign(engine: Engine, contract: TableContract, currency: string): Promise<boolean> {
  if (contract.dates === undefined) return false;
  const found = await engine.columns(
    `select count(*) as n from (select 1 from ${identifier(rawTable(contract))}
      where source_currency <> ${literal(currency)} limit 1)`
  );
  return numbersOf(found, "n")[0]! > 0;
}
