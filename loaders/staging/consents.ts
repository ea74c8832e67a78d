import type {ColumnContract, TableContract} from "#warehouse/contract.js";
import {identifier, literal, type Engine} from "#warehouse/engine/engine.js";
import {EXTRACTS} from "../contracts/index.js";
import {IN_FORCE} from "../raw/rawTable.js";
import type {ConsentGround} from "../sources/contract.js";

/** One consent that columns of an extract need. */
export interface NeededConsent {
  readonly category: string;
  readonly purpose: string;
  readonly columns: readonly string[];
  /** Whether a row says nothing without these columns: then all of it stays behind. */
  readonly isWholeRow: boolean;
}

/** What a contract needs of its parties; nothing where no column rests on consent. */
export function neededConsents({columns}: TableContract): NeededConsent[] {
  const groups = new Map<string, {category: string; purpose: string; columns: [string, ColumnContract][]}>();
  for (const [name, column] of Object.entries(columns)) {
    const {legalBasis, category, purpose} = column.governance ?? {};
    if (legalBasis !== "consent") continue;
    const key = `${category} ${purpose}`;
    const group = groups.get(key) ?? {category: category!, purpose: purpose!, columns: []};
    group.columns.push([name, column]);
    groups.set(key, group);
  }
  return [...groups.values()].map(({category, purpose, columns: own}) => ({
    category,
    purpose,
    columns: own.map(([name]) => name),
    isWholeRow: own.some(([, {nullable}]) => !nullable)
  }));
}

/** Whether rows of an extract may stay behind as a whole for want of consent. */
export function mayBeWithheld(contract: TableContract, ground: ConsentGround): boolean {
  return ground === "each_party" && neededConsents(contract).some(({isWholeRow}) => isWholeRow);
}

/** The column that says about whom a row is: the one that refers to an obligor, or the key itself. */
export function partyColumn({name, columns}: TableContract): string {
  const found = Object.entries(columns).find(([, {references}]) => references === "obligors.obligor_id")?.[0];
  if (found === undefined && columns["obligor_id"] === undefined) {
    throw new Error(`${name}: rests on consent, and no column says of whom`);
  }
  return found ?? "obligor_id";
}

/**
 * Writes `stg_grounds`: which category of data of which party may be used for what on the day, one row each. A consent holds from
 * the day it is given, known of by then, to the day it expires, and until the day it is withdrawn. A party of whom a consent could not be
 * read has no ground until a later batch brings a good one: what is in quarantine may be its withdrawal.
 *
 * Beside it, `stg_consented_extracts` lists the extracts that rest on each party's consent.
 */
export async function stageGrounds(engine: Engine, ground: ConsentGround, day: string): Promise<void> {
  const valid =
    ground === "each_party"
      ? `${IN_FORCE} and granted_date <= date ${literal(day)} and published_date <= date ${literal(day)}
        and coalesce(expires_date >= date ${literal(day)}, true) and coalesce(withdrawn_date > date ${literal(day)}, true)`
      : "false";
  const rested = ground === "each_party" ? EXTRACTS.filter((contract) => neededConsents(contract).length > 0) : [];
  const names = rested.map(({name}) => literal(name)).join(", ");
  await engine.run(`create or replace table stg_grounds as
    select distinct party_id, data_category, purpose from raw_consents
    where ${valid} and party_id not in (${DOUBTED})
    order by party_id, data_category, purpose;

    create or replace table stg_consented_extracts as
    select unnest(cast([${names}] as varchar[])) as extract order by extract`);
}

const DOUBTED = `select doubts.party_id from load_consent_doubts as doubts
    where not exists (select 1 from raw_consents as later
      where later.party_id = doubts.party_id and later.batch_id > doubts.batch_id and ${IN_FORCE})`;

/** Notes the parties of whom a consent of a batch, landed and not yet applied, cannot be used. */
export async function noteDoubts(engine: Engine, batchId: number): Promise<void> {
  await engine.run(`insert into load_consent_doubts
    select distinct cast(${batchId} as integer), party_id from landing_consents
    where outcome not in ('duplicate', 'totals_row') and party_id is not null
    order by party_id`);
}

/** SQL of a column under the consents that it needs, where rows are `rows`. */
export function underConsent(needed: readonly NeededConsent[], name: string, sql: string): string {
  const at = needed.findIndex(({columns, isWholeRow}) => !isWholeRow && columns.includes(name));
  return at === -1 ? sql : `case when ${identifier(`ground_${at}`)}.party_id is not null then ${sql} end`;
}

/** Joins that leave out rows without a ground, or mark them. */
export function groundJoins(contract: TableContract, needed: readonly NeededConsent[]): string {
  return needed
    .map(({category, purpose, isWholeRow}, at) => {
      const alias = identifier(`ground_${at}`);
      return `${isWholeRow ? "semi" : "left"} join stg_grounds as ${alias}
      on ${alias}.party_id = held.${identifier(partyColumn(contract))}
      and ${alias}.data_category = ${literal(category)} and ${alias}.purpose = ${literal(purpose)}`;
    })
    .join("\n    ");
}
