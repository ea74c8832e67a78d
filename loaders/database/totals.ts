import {escapeIdentifier, type Client} from "pg";
import type {SelectedColumn, Selection} from "./selection.js";

/** What the server counted of the rows that it hands over. */
export interface Totals {
  readonly rows: number;
  /** Exact, by column. */
  readonly sums: Readonly<Record<string, string>>;
}

/** Types whose sums are exact. A float has none that does not depend on the order of its rows. */
const EXACT = new Set(["smallint", "integer", "bigint", "numeric"]);

/** Counts the rows and sums the columns that are wanted and have exact sums; not those that hold infinity or NaN. */
export async function totalsOf(
  client: Client,
  {relation, columns}: Selection,
  where: string,
  isWanted: (column: string) => boolean
): Promise<Totals> {
  const summed = columns.filter(({name, type}: SelectedColumn) => EXACT.has(type) && isWanted(name));
  const sums = summed.map(({name}) => `coalesce(sum(${escapeIdentifier(name)}), 0)::text`);
  const {rows} = await client.query<string[]>({
    text: `select ${["count(*)::text", ...sums].join(", ")} from ${relation} where ${where}`,
    rowMode: "array"
  });
  const [count, ...found] = rows[0]!;
  const named = summed.map(({name}, index): [string, string] => [name, found[index]!]);
  return {rows: Number(count), sums: Object.fromEntries(named.filter(([, sum]) => /^-?\d/.test(sum)))};
}
