import {rawTable} from "#loaders/raw/rawTable.js";
import type {TableContract} from "#warehouse/contract.js";
import {identifier, literal, type Engine} from "#warehouse/engine/engine.js";

/**
 * Whose features may have moved since the last build: by extract, the obligor (none: everyone), and the first day on which a changed
 * fact counts.
 */
export const TOUCHED = "feat_touched";
/** Before any observation date. */
export const EVER = "date '0001-01-01'";

const FACILITY_OWNERS = "feat_facility_owners";
const CHANGED_PARENTS = "feat_changed_parents";
const PROJECT_OWNERS = "feat_project_owners";

/** Notes whom the rows touch that came, were corrected or ended after a batch. */
export async function noteTouched(
  engine: Engine,
  {extracts, all, lastBatch}: {extracts: readonly TableContract[]; all: readonly TableContract[]; lastBatch: number}
): Promise<void> {
  const changed = `outcome is null and (batch_id > ${lastBatch} or superseded_by > ${lastBatch})`;
  await engine.run(`create or replace temp table ${TOUCHED} ("extract" varchar, obligor_id varchar, since date);
    create or replace temp table ${PROJECT_OWNERS} as
      select distinct project_id, obligor_id from raw_projects where outcome is null;
    create or replace temp table ${FACILITY_OWNERS} as
      select facility_id, obligor_id from raw_facilities where outcome is null
      union
      select facilities.facility_id, owners.obligor_id
      from raw_facilities as facilities inner join ${PROJECT_OWNERS} as owners on facilities.project_id = owners.project_id
      where facilities.outcome is null;
    create or replace temp table feat_changed_rates as
      select currency, min(rate_date) as since from raw_fx_rates where ${changed} group by currency`);
  for (const contract of extracts) {
    const rows = `select * from ${identifier(rawTable(contract))} where ${changed}`;
    await note(engine, contract, contract.name, rows);
    if (isConverted(contract)) await note(engine, contract, contract.name, newlyConverted(contract));
    const parent = PARENTS[contract.name];
    if (parent !== undefined) {
      for (const child of childrenOf(all, contract.name, parent)) {
        await engine.run(`create or replace temp table ${CHANGED_PARENTS} as
          select ${parent}, min(${knownOf(contract)}) as parent_since from (${rows}) as changed group by ${parent}`);
        const below = `select held.*, parents.parent_since from ${identifier(rawTable(child))} as held
          inner join ${CHANGED_PARENTS} as parents on held.${parent} = parents.${parent}
          where held.outcome is null and held.superseded_by is null`;
        await note(engine, child, contract.name, below, `greatest(${knownOf(child)}, changed.parent_since)`);
      }
    }
  }
}

/**
 * Rows whose facts say to which obligor other rows belong: when such a row changes, these count anew from the day on which it is known. A
 * further version, as an extension is, moves nothing before that day.
 */
const PARENTS: Readonly<Record<string, string>> = {facilities: "facility_id", projects: "project_id"};

function childrenOf(all: readonly TableContract[], parent: string, key: string): TableContract[] {
  return all.filter(({columns}) => columns[key]?.references === `${parent}.${key}`);
}

/** Amounts in another currency than the source's are converted by the rate of their day, so that a new rate changes them. */
function isConverted({name, dates, columns}: TableContract): boolean {
  return name !== "fx_rates" && dates !== undefined && Object.values(columns).some(({unit}) => unit === "currency");
}

function newlyConverted(contract: TableContract): string {
  return `select held.* from ${identifier(rawTable(contract))} as held
    inner join feat_changed_rates as rates
      on held.source_currency = rates.currency and held.${identifier(contract.dates!.event)} >= rates.since
    where held.outcome is null and held.superseded_by is null`;
}

async function note(
  engine: Engine,
  contract: TableContract,
  as: string,
  rows: string,
  known: string = knownOf(contract)
): Promise<void> {
  const since = `min(${known})`;
  for (const {obligor, join} of ownersOf(contract)) {
    await engine.run(`insert into ${TOUCHED}
      select ${literal(as)}, ${obligor} as obligor_id, ${since} from (${rows}) as changed ${join}
      group by all having count(*) > 0`);
  }
}

/** The day from which a row counts. */
function knownOf({dates}: TableContract): string {
  if (dates === undefined) return EVER;
  const known = typeof dates.published === "string" ? dates.published : dates.event;
  return `coalesce(changed.${identifier(known)}, ${EVER})`;
}

/** The ways from a row to obligors that it is about; to everyone where it names none. */
function ownersOf({columns}: TableContract): readonly {obligor: string; join: string}[] {
  const ways: {obligor: string; join: string}[] = [];
  for (const name of ["obligor_id", "guarantor_id"]) {
    if (name in columns) ways.push({obligor: `changed.${name}`, join: ""});
  }
  if (columns["facility_id"] !== undefined) ways.push(by("facility_id", FACILITY_OWNERS));
  if (columns["project_id"] !== undefined) ways.push(by("project_id", PROJECT_OWNERS));
  return ways.length > 0 ? ways : [{obligor: "cast(null as varchar)", join: ""}];
}

function by(key: string, owners: string) {
  return {obligor: "owners.obligor_id", join: `inner join ${owners} as owners on changed.${key} = owners.${key}`};
}
