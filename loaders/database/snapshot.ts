import type {Client} from "pg";
import {sqlOf} from "../sql.js";
import type {Database} from "./schema.js";

/**
 * Opens a transaction that only reads, in which everything is seen as it stands now. The settings hold within it and are
 * undone with it, so that none stays behind on a connection that a pooler lends to others.
 */
export async function openSnapshot(client: Client, {statement_timeout_seconds: seconds}: Database): Promise<void> {
  await client.query("begin transaction isolation level repeatable read, read only");
  await client.query(sqlOf(new URL("./session.sql", import.meta.url)));
  await client.query(`set statement_timeout = '${seconds}s'`);
}

/** What to warn of: a user that may do more than read. */
export async function writeRights(client: Client, {user}: Database): Promise<string[]> {
  const {rows} = await client.query<{name: string; tables: string}>(
    sqlOf(new URL("./write_rights.sql", import.meta.url))
  );
  return rows.map(
    ({name, tables}) =>
      `user ${user} may write to ${tables} ${tables === "1" ? "table" : "tables"}, such as ${name}; pull with a role that may only read`
  );
}
