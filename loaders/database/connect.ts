import type {ConnectionOptions} from "node:tls";
import {Client} from "pg";
import {tlsModeOf, type Database} from "./schema.js";
import {passwordOf, readSecret} from "./secrets.js";

const CONNECT_MS = 15_000;

/** A connection to the database. No password is looked for (PGPASSWORD, ~/.pgpass) but the one that the settings name. */
export async function connect(database: Database): Promise<Client> {
  const password = passwordOf(database);
  const client = new Client({
    host: database.host,
    port: database.port,
    database: database.database,
    user: database.user,
    password: () => password, // an empty text would be taken for none, and sought elsewhere
    ssl: tlsOptions(database),
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    application_name: "loanscape",
    client_encoding: "UTF8"
  });
  client.on("error", () => {}); // a connection that is lost rejects the query that needs it
  try {
    await client.connect();
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  }
  return client;
}

function tlsOptions(database: Database): ConnectionOptions | false {
  const mode = tlsModeOf(database);
  if (mode === "disable") return false;
  const {ca_file: ca, cert_file: cert, key_file: key} = database.tls ?? {};
  return {
    rejectUnauthorized: mode === "verify-full",
    minVersion: "TLSv1.2",
    ...(ca === undefined ? {} : {ca: readSecret(ca, "tls.ca_file")}),
    ...(cert === undefined ? {} : {cert: readSecret(cert, "tls.cert_file")}),
    ...(key === undefined ? {} : {key: readSecret(key, "tls.key_file")})
  };
}
