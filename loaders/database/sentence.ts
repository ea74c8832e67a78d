import {UserError} from "#warehouse/engine/userError.js";
import {tlsModeOf, type Database} from "./schema.js";

/** What the server says by its five-character codes. */
type Sentence = (said: string, database: Database) => string;

const BY_STATE: Readonly<Record<string, Sentence>> = {
  "28P01": (_, {user}) => `the password of user ${user} is wrong, or the server does not know the user`,
  "28000": (said) => `${said}; ask its administrator to let this user in from here (pg_hba.conf)`,
  "3D000": (_, {database}) => `there is no database ${database}`,
  "42P01": (said) => `${said}; check the name, with its schema`,
  "3F000": (said) => `${said}; check the name`,
  "42703": (said) => `${said}; check the name`,
  "42501": (said) =>
    said.includes("row-level security")
      ? "row-level security would hide rows from this user without a word; grant it all rows, or name a view"
      : `${said}; grant the user select on it, and usage on its schema`,
  "42601": (said) => `${said}; write the query as a single select`,
  "25006": (said) => `${said}; a pull only reads`,
  "40001": (said) => `${said}; run again, or pull from the primary`,
  "53300": () => "has no connection free; run again later",
  "57P01": () => "its administrator ended the connection; run again",
  "57P02": () => "the server crashed; nothing was kept, run again",
  "57P03": () => "is starting up or shutting down; run again later",
  "57014": (_, {statement_timeout_seconds: seconds}) =>
    `the statement was cancelled, by its administrator or because statement_timeout_seconds is ${seconds}`
};

const BY_NETWORK: Readonly<Record<string, Sentence>> = {
  ECONNREFUSED: () => "cannot connect: nothing answers there; check host and port",
  ENOENT: () => "cannot connect: there is no such socket; check host and port",
  ENOTFOUND: () => "cannot connect: the host is not known; check its name",
  EAI_AGAIN: () => "cannot connect: the host is not known; check its name",
  EHOSTUNREACH: () => "cannot connect: the host cannot be reached",
  ENETUNREACH: () => "cannot connect: the host cannot be reached",
  ETIMEDOUT: () => "cannot connect: no answer in time; check host, port and firewall",
  EACCES: () => "cannot connect: this user may not open the socket",
  ERR_TLS_CERT_ALTNAME_INVALID: (_, {host}) =>
    `its certificate is not for ${host}; name the host as the certificate does`,
  CERT_HAS_EXPIRED: () => "its certificate has expired"
};

const LOST = /terminated|not queryable|ECONNRESET|EPIPE|ended by the other party|Premature close|Connection ended/i;
const UNTRUSTED = /SELF_SIGNED|UNABLE_TO_|CERT_|HOSTNAME_MISMATCH/;

/** One sentence for what a user can mend; anything else comes back as it is. `extract` is what was being pulled. */
export function sentenceOf(error: unknown, database: Database, extract?: string): unknown {
  if (error instanceof UserError || !(error instanceof Error)) return error;
  const sentence = reason(error, database);
  if (sentence === null) return error;
  const where = `PostgreSQL at ${database.host}:${database.port}`;
  return new UserError(`${extract === undefined ? where : `${extract}, from ${where}`}: ${sentence}`);
}

function reason(error: Error, database: Database): string | null {
  const code = codeOf(error);
  const said = error.message.split("\n")[0]!.trim();
  const known = BY_STATE[code] ?? BY_NETWORK[code];
  if (known !== undefined) return known(said, database);
  if (/timeout expired|connection timeout/.test(said)) return BY_NETWORK["ETIMEDOUT"]!(said, database);
  if (/does not support SSL/.test(said)) return `offers no TLS, and tls.mode is ${tlsModeOf(database)}`;
  if (/client password must be/.test(said)) return "asks for a password; name password_file or password_env";
  if (UNTRUSTED.test(code))
    return "its certificate is signed by nobody that is trusted; name the authority in tls.ca_file";
  if (/^ERR_(SSL|OSSL|TLS)|^EPROTO/.test(code)) return `TLS failed: ${said}`;
  if (LOST.test(said) || LOST.test(code)) return "the connection was lost; nothing was kept, run again";
  return /^[0-9A-Z]{5}$/.test(code) ? said : null;
}

/** Of several attempts to reach one host, the first one's. */
function codeOf(error: Error): string {
  const {code, errors} = error as {code?: unknown; errors?: readonly {code?: unknown}[]};
  return String(code ?? errors?.[0]?.code ?? "");
}
