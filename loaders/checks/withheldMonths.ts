import type {TableContract} from "#warehouse/contract.js";
import {rowsOf} from "#warehouse/engine/columns.js";
import {identifier, type Engine} from "#warehouse/engine/engine.js";
import {IN_FORCE, rawTable} from "../raw/rawTable.js";
import type {ConsentGround} from "../sources/contract.js";
import {mayBeWithheld} from "../staging/consents.js";

/** Rows by month of their event, in months since the year 0; null where it has no date. */
export type RowsByMonth = ReadonlyMap<number | null, number>;

/** How many rows in force of an extract staging withholds for want of consent: those of the raw table less those staged. */
export async function withheldMonths(
  engine: Engine,
  contract: TableContract,
  staged: RowsByMonth,
  consents: ConsentGround
): Promise<RowsByMonth> {
  if (!mayBeWithheld(contract, consents)) return new Map();
  const held = rowsOf(
    await engine.columns(`select ${eventMonth(contract)} as "month", count(*) as held
      from ${identifier(rawTable(contract))} where ${IN_FORCE} group by 1 order by 1`)
  );
  const withheld = held.map((row): [number | null, number] => {
    const month = row["month"] === null ? null : Number(row["month"]);
    return [month, Number(row["held"]) - (staged.get(month) ?? 0)];
  });
  return new Map(withheld.filter(([, rows]) => rows > 0));
}

/** SQL of the month of the event of a row. */
export function eventMonth({dates}: TableContract): string {
  if (dates === undefined) return "cast(null as integer)";
  const event = identifier(dates.event);
  return `year(${event}) * 12 + month(${event})`;
}
