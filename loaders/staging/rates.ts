import type {TableContract} from "#warehouse/contract.js";
import {rowsOf} from "#warehouse/engine/columns.js";
import {identifier, literal, type Engine} from "#warehouse/engine/engine.js";
import {UserError} from "#warehouse/engine/userError.js";
import {IN_FORCE, rawTable} from "../raw/rawTable.js";

interface Lacking {
  readonly currency: string;
  readonly rows: bigint;
  readonly first_date: string;
}

/** Throws a UserError where rows in force are in a currency of which no rate in force is as old: a later delivery took it away. */
export async function requireRates(engine: Engine, contract: TableContract, currency: string): Promise<void> {
  const event = identifier(contract.dates!.event);
  const found = await engine.columns(`select held.source_currency as currency, count(*) as rows,
      cast(min(held.${event}) as varchar) as first_date
    from (select source_currency, ${event} from ${identifier(rawTable(contract))}
      where ${IN_FORCE} and source_currency <> ${literal(currency)}) as held
    left join (select currency, min(rate_date) as first_rate from raw_fx_rates where ${IN_FORCE} group by currency) as rates
      on rates.currency = held.source_currency
    where coalesce(rates.first_rate > held.${event}, true)
    group by held.source_currency order by held.source_currency limit 1`);
  const [lacking] = rowsOf<Lacking>(found);
  if (lacking === undefined) return;
  const rows = lacking.rows.toLocaleString("en-GB");
  throw new UserError(
    `fx_rates: ${rows} rows of ${contract.name} in force are in ${lacking.currency}, and no rate of it is left for ` +
      `${lacking.first_date} or before; hand over the earlier rates too, and load again`
  );
}
