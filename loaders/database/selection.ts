import {escapeIdentifier, type Client} from "pg";
import {UserError} from "#warehouse/engine/userError.js";
import type {DatabaseExtract} from "./schema.js";

/** Rows of the database, ready to be selected from. */
export interface Selection {
  readonly extract: string;
  /** What stands behind `from`. */
  readonly relation: string;
  readonly columns: readonly SelectedColumn[];
}

export interface SelectedColumn {
  readonly name: string;
  /** The server's own name of the type: `numeric`, `timestamp with time zone`. */
  readonly type: string;
}

/**
 * Asks the server for the columns of a table or query. It is asked by a prepared statement, which takes one statement
 * only and the query in brackets: what the server accepts here is a single select there too, in the brackets of COPY.
 */
export async function selectionOf(client: Client, extract: string, settings: DatabaseExtract): Promise<Selection> {
  const relation = relationOf(settings);
  const described = await client.query({name: `describe ${extract}`, text: `select * from ${relation} limit 0`});
  const names = described.fields.map(({name}) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new UserError(`${extract}: the query has two columns ${twice}; name each by itself`);
  const types = await typeNames(
    client,
    described.fields.map(({dataTypeID}) => dataTypeID)
  );
  return {extract, relation, columns: names.map((name, index) => ({name, type: types[index]!}))};
}

function relationOf({table, query}: DatabaseExtract): string {
  if (table !== undefined) return table.split(".").map(escapeIdentifier).join(".");
  return `(\n${query!.trim().replace(/;$/, "")}\n) as extract`;
}

async function typeNames(client: Client, ids: readonly number[]): Promise<string[]> {
  const {rows} = await client.query<{type: string}>(
    "select format_type(id, null) as type from unnest($1::oid[]) with ordinality as types(id, place) order by place",
    [ids]
  );
  return rows.map(({type}) => type);
}
