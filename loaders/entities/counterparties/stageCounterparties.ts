import {columnsFrom, textsOf, varchars, type Columns} from "#warehouse/engine/columns.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {sqlOf} from "../../sql.js";
import {normalisedName} from "./normalisedName.js";

/** Names compared at a time: what is held in memory does not grow with the counterparties. */
const PAGE = 100_000;

/**
 * Writes `stg_counterparties` from `stg_invoices`, `stg_account_transactions` and `stg_obligors`. A counterparty is the
 * obligor of equal number, else the one of equal registration number, else the only one that ever went by an equal
 * name (`normalisedName`), unless both have a unified social credit code and these differ.
 */
export async function stageCounterparties(engine: Engine): Promise<void> {
  await engine.run(statement("mentions"));
  await engine.run(statement("known"));
  await matchNames(engine);
  await engine.run(statement("stg_counterparties"));
}

/** Writes `counterparty_named`: each name of a counterparty that is the name of exactly one obligor. */
async function matchNames(engine: Engine): Promise<void> {
  const obligorOf = await obligorsByName(engine);
  await engine.write("counterparty_named", named([]));
  for (let first = 0; ; first += PAGE) {
    const page = await engine.columns(
      "select name from counterparty_names where rowid >= $first and rowid < $behind order by name",
      {first, behind: first + PAGE}
    );
    if (page.rowCount === 0) return;
    const matches = textsOf(page, "name").flatMap((name): [string, string][] => {
      const obligorId = obligorOf.get(normalisedName(name!)) ?? null;
      return obligorId === null ? [] : [[name!, obligorId]];
    });
    if (matches.length > 0) await engine.append("counterparty_named", named(matches));
  }
}

/** The obligor of each name, in all versions of the facts; null where several obligors go by it. */
async function obligorsByName(engine: Engine): Promise<ReadonlyMap<string, string | null>> {
  const rows = await engine.columns("select distinct obligor_id, name from stg_obligors where name is not null");
  const names = textsOf(rows, "name");
  const obligorOf = new Map<string, string | null>();
  for (const [row, obligorId] of textsOf(rows, "obligor_id").entries()) {
    const name = normalisedName(names[row]!);
    if (name === "") continue;
    const other = obligorOf.get(name);
    obligorOf.set(name, other === undefined || other === obligorId ? obligorId : null);
  }
  return obligorOf;
}

function named(matches: readonly (readonly [string, string])[]): Columns {
  return columnsFrom({
    name: varchars(matches.map(([name]) => name)),
    obligor_id: varchars(matches.map(([, obligorId]) => obligorId))
  });
}

function statement(name: string): string {
  return sqlOf(new URL(`./${name}.sql`, import.meta.url));
}
