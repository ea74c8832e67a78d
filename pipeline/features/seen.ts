import {neededConsents} from "#loaders/staging/consents.js";
import {accountTransactions} from "#loaders/contracts/accountTransactions.js";
import type {TableContract} from "#warehouse/contract.js";
import {literal, identifier, type Engine} from "#warehouse/engine/engine.js";
import type {SqlTable} from "#warehouse/sqlTable.js";
import {mentions} from "./reads.js";
import {EVER, TOUCHED} from "./touched.js";

/** A table of staging that is made anew from everything at each load, so that no batch tells what changed in it. */
interface Derived {
  readonly name: string;
  /** Rows under one of these that was never there before change nothing for those who were. */
  readonly news: string | null;
  /** The obligor that a row is about; null where it is about others too. */
  readonly obligor: string | null;
}

const DERIVED: readonly Derived[] = [
  {name: "counterparties", news: "counterparty_id", obligor: null},
  {name: "connected_groups", news: "group_id", obligor: "obligor_id"},
  {name: "outcome_coverage", news: null, obligor: "obligor_id"}
];
const GROUNDS = "feat_seen_grounds";
/** Extracts in which a month without a row of anybody's says nothing of anyone; with one, that nothing moved. */
const FEEDS: readonly TableContract[] = [accountTransactions];

/** Notes whom it touches that staging finds other groups, counterparties, outcomes, consents or months of a feed than at the last build. */
export async function noteUnlike(
  engine: Engine,
  tables: readonly SqlTable[],
  extracts: readonly TableContract[]
): Promise<void> {
  for (const derived of DERIVED) {
    const columns = await readColumns(engine, derived, tables);
    if (columns.length === 0) continue;
    const list = columns.map(identifier).join(", ");
    const seen = `select ${list} from ${seenOf(derived)}`;
    const now = `select ${list} from stg_${derived.name}`;
    const isNews =
      derived.news === null ? "" : `where ${derived.news} in (select ${derived.news} from ${seenOf(derived)})`;
    await engine.run(`insert into ${TOUCHED}
      select distinct ${literal(derived.name)}, ${derived.obligor ?? "cast(null as varchar)"}, ${EVER}
      from ((${now} except ${seen}) union all (${seen} except ${now})) as unlike ${isNews}`);
  }
  for (const feed of FEEDS.filter((each) => extracts.includes(each))) {
    const [now, seen] = [`(${monthsOf(feed)})`, seenOf(feed)];
    await engine.run(`insert into ${TOUCHED}
      select ${literal(feed.name)}, cast(null as varchar), month_start
      from ((from ${now} except from ${seen}) union all (from ${seen} except from ${now})) as unlike`);
  }
  for (const contract of extracts) {
    for (const {category, purpose} of neededConsents(contract)) {
      const own = `data_category = ${literal(category)} and purpose = ${literal(purpose)}`;
      const [now, seen] = ["stg_grounds", GROUNDS].map((table) => `select party_id from ${table} where ${own}`);
      await engine.run(`insert into ${TOUCHED}
        select ${literal(contract.name)}, party_id, ${EVER}
        from ((${now} except ${seen}) union all (${seen} except ${now})) as unlike`);
    }
  }
}

/** Keeps what staging found, to be compared at the next build. */
export async function keepSeen(engine: Engine): Promise<void> {
  for (const derived of DERIVED) {
    await engine.run(`create or replace table ${seenOf(derived)} as select * from stg_${derived.name}`);
  }
  for (const feed of FEEDS) await engine.run(`create or replace table ${seenOf(feed)} as ${monthsOf(feed)}`);
  await engine.run(`create or replace table ${GROUNDS} as select party_id, data_category, purpose from stg_grounds`);
}

const monthsOf = ({name, dates}: TableContract): string =>
  `select distinct cast(date_trunc('month', ${identifier(dates!.event)}) as date) as month_start from stg_${name}`;

const seenOf = ({name}: {readonly name: string}): string => `feat_seen_${name}`;

/** The columns that some table reads, and those that the comparison itself needs; none where no table reads it. */
async function readColumns(engine: Engine, {name, news, obligor}: Derived, tables: readonly SqlTable[]) {
  const readers = tables.filter(({sql}) => sql.includes(`stg_${name}`));
  if (readers.length === 0) return [];
  const described = await engine.describe(`select * from stg_${name}`);
  return described
    .map((column) => column.name)
    .filter((column) => column === news || column === obligor || mentions(readers, column));
}
